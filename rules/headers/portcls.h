// The audio port class driver, seen from an adapter driver.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ks.h"
#include "ksmedia.h"
#include "punknown.h"
#include "drmk.h"
#include "model/portcls.h"

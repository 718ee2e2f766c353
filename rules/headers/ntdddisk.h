// Control codes of disks.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/files.h"
#include "ntddstor.h"

#define IOCTL_DISK_BASE              FILE_DEVICE_DISK
#define IOCTL_DISK_GET_DRIVE_GEOMETRY CTL_CODE(IOCTL_DISK_BASE, 0x0000, 0, 0)
#define IOCTL_DISK_GET_LENGTH_INFO   CTL_CODE(IOCTL_DISK_BASE, 0x0017, 0, 1)
#define IOCTL_DISK_IS_WRITABLE       CTL_CODE(IOCTL_DISK_BASE, 0x0009, 0, 0)

"""Drivers of one shape each, in any size: what scripts/limits measures."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

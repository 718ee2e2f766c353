// Error codes of the Windows API, and the results made of them.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/types.h"

#define NO_ERROR                  0L
#define ERROR_SUCCESS             0L
#define ERROR_INVALID_FUNCTION    1L
#define ERROR_FILE_NOT_FOUND      2L
#define ERROR_PATH_NOT_FOUND      3L
#define ERROR_ACCESS_DENIED       5L
#define ERROR_INVALID_HANDLE      6L
#define ERROR_NOT_ENOUGH_MEMORY   8L
#define ERROR_INVALID_DATA        13L
#define ERROR_OUTOFMEMORY         14L
#define ERROR_NO_MORE_FILES       18L
#define ERROR_NOT_READY           21L
#define ERROR_BAD_LENGTH          24L
#define ERROR_WRITE_FAULT         29L
#define ERROR_READ_FAULT          30L
#define ERROR_GEN_FAILURE         31L
#define ERROR_SHARING_VIOLATION   32L
#define ERROR_HANDLE_EOF          38L
#define ERROR_NOT_SUPPORTED       50L
#define ERROR_INVALID_PARAMETER   87L
#define ERROR_INSUFFICIENT_BUFFER 122L
#define ERROR_ALREADY_EXISTS      183L
#define ERROR_MORE_DATA           234L
#define ERROR_NO_MORE_ITEMS       259L
#define ERROR_OPERATION_ABORTED   995L
#define ERROR_IO_PENDING          997L
#define ERROR_NOT_FOUND           1168L
#define ERROR_CANCELLED           1223L
#define ERROR_TIMEOUT             1460L
#define ERROR_CONNECTION_REFUSED  1225L

#ifndef S_OK
#define S_OK   ((HRESULT)0L)
#define E_FAIL ((HRESULT)0x80004005L)
#endif
#define S_FALSE        ((HRESULT)1L)
#define E_NOTIMPL      ((HRESULT)0x80004001L)
#define E_NOINTERFACE  ((HRESULT)0x80004002L)
#define E_POINTER      ((HRESULT)0x80004003L)
#define E_ABORT        ((HRESULT)0x80004004L)
#define E_UNEXPECTED   ((HRESULT)0x8000FFFFL)
#define E_ACCESSDENIED ((HRESULT)0x80070005L)
#define E_HANDLE       ((HRESULT)0x80070006L)
#define E_OUTOFMEMORY  ((HRESULT)0x8007000EL)
#define E_INVALIDARG   ((HRESULT)0x80070057L)
#undef SUCCEEDED
#undef FAILED
#define SUCCEEDED(Result) (((HRESULT)(Result)) >= 0)
#define FAILED(Result)    (((HRESULT)(Result)) < 0)
#define HRESULT_FROM_WIN32(Error)                     \
    ((HRESULT)(Error) <= 0 ? (HRESULT)(Error)         \
                           : (HRESULT)(((Error)&0xffff) | 0x80070000))

// The component object model, as far as audio drivers use it in the kernel.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ex.h"

#ifndef PURE
#define PURE = 0
#endif
#ifdef __cplusplus
#define interface struct
#define STDMETHOD(Name)        virtual NTSTATUS Name
#define STDMETHOD_(Type, Name) virtual Type Name
#define STDMETHODIMP           NTSTATUS
#define STDMETHODIMP_(Type)    Type
#define THIS_
#define THIS                   void
#define DECLARE_INTERFACE(Name)        struct Name
#define DECLARE_INTERFACE_(Name, Base) struct Name : public Base
#define DEFINE_ABSTRACT_UNKNOWN()                                            \
    STDMETHOD_(NTSTATUS, QueryInterface)(REFIID Id, PVOID *Object) PURE;     \
    STDMETHOD_(ULONG, AddRef)(THIS) PURE;                                    \
    STDMETHOD_(ULONG, Release)(THIS) PURE;

struct IUnknown {
    STDMETHOD_(NTSTATUS, QueryInterface)(REFIID Id, PVOID *Object) PURE;
    STDMETHOD_(ULONG, AddRef)(THIS) PURE;
    STDMETHOD_(ULONG, Release)(THIS) PURE;
};
typedef IUnknown *PUNKNOWN, *LPUNKNOWN;
#else
typedef struct IUnknown IUnknown, *PUNKNOWN, *LPUNKNOWN;
#endif
EXTERN_C const GUID IID_IUnknown;

typedef NTSTATUS (*PFNCREATEINSTANCE)(PUNKNOWN *Unknown, REFCLSID Class,
                                      PUNKNOWN Outer, POOL_TYPE Pool);

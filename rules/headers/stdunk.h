// The ready-made IUnknown of the audio kit.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "punknown.h"

#ifdef __cplusplus
struct INonDelegatingUnknown {
    STDMETHOD_(NTSTATUS, NonDelegatingQueryInterface)
    (REFIID Id, PVOID *Object) PURE;
    STDMETHOD_(ULONG, NonDelegatingAddRef)(THIS) PURE;
    STDMETHOD_(ULONG, NonDelegatingRelease)(THIS) PURE;
};
typedef INonDelegatingUnknown *PNONDELEGATINGUNKNOWN;

class CUnknown : public INonDelegatingUnknown
{
  public:
    CUnknown(PUNKNOWN Outer) : Count(0)
    {
        OuterUnknown = Outer != NULL ? Outer : (PUNKNOWN)this;
    }
    virtual ~CUnknown()
    {
    }
    STDMETHOD_(NTSTATUS, NonDelegatingQueryInterface)
    (REFIID Id, PVOID *Object);
    STDMETHOD_(ULONG, NonDelegatingAddRef)(THIS)
    {
        return (ULONG)++Count;
    }
    STDMETHOD_(ULONG, NonDelegatingRelease)(THIS)
    {
        LONG Left = --Count;

        if (Left == 0)
            delete this;
        return (ULONG)Left;
    }
    PUNKNOWN GetOuterUnknown(void)
    {
        return OuterUnknown;
    }

  private:
    LONG Count;
    PUNKNOWN OuterUnknown;
};

#define DECLARE_STD_UNKNOWN()                                              \
    STDMETHODIMP_(NTSTATUS)                                                \
    NonDelegatingQueryInterface(REFIID Id, PVOID *Object) override;        \
    STDMETHODIMP_(NTSTATUS) QueryInterface(REFIID Id, PVOID *Object) override \
    {                                                                      \
        return GetOuterUnknown()->QueryInterface(Id, Object);              \
    }                                                                      \
    STDMETHODIMP_(ULONG) AddRef(void) override                             \
    {                                                                      \
        return GetOuterUnknown()->AddRef();                                \
    }                                                                      \
    STDMETHODIMP_(ULONG) Release(void) override                            \
    {                                                                      \
        return GetOuterUnknown()->Release();                               \
    }
#define DEFINE_STD_CONSTRUCTOR(Class)                \
    Class(PUNKNOWN Outer) : CUnknown(Outer)          \
    {                                                \
    }
#define STD_CREATE_BODY_(Class, Unknown, Outer, Pool, Base) \
    Class *Made = new (Pool, 'rCcP') Class(Outer);          \
                                                            \
    if (Made == NULL)                                       \
        return STATUS_INSUFFICIENT_RESOURCES;               \
    *(Unknown) = (PUNKNOWN)(Base)(Made);                    \
    (*(Unknown))->AddRef();                                 \
    return STATUS_SUCCESS
#define STD_CREATE_BODY(Class, Unknown, Outer, Pool) \
    STD_CREATE_BODY_(Class, Unknown, Outer, Pool, PUNKNOWN)
#define QICAST(Type)        PVOID((Type)(this))
#define QICASTUNKNOWN(Type) PVOID(PUNKNOWN((Type)(this)))

inline void *operator new(size_t Size, POOL_TYPE Pool)
{
    return ExAllocatePoolZero(Pool, Size, 'wNcP');
}

inline void *operator new(size_t Size, POOL_TYPE Pool, ULONG Tag)
{
    return ExAllocatePoolZero(Pool, Size, Tag);
}

void operator delete(void *Memory) noexcept;
void operator delete(void *Memory, size_t Size) noexcept;
#endif

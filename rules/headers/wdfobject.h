// Framework objects: their attributes, their contexts, their end.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"

typedef enum _WDF_EXECUTION_LEVEL {
    WdfExecutionLevelInvalid = 0x00,
    WdfExecutionLevelInheritFromParent,
    WdfExecutionLevelPassive,
    WdfExecutionLevelDispatch,
} WDF_EXECUTION_LEVEL;
typedef enum _WDF_SYNCHRONIZATION_SCOPE {
    WdfSynchronizationScopeInvalid = 0x00,
    WdfSynchronizationScopeInheritFromParent,
    WdfSynchronizationScopeDevice,
    WdfSynchronizationScopeQueue,
    WdfSynchronizationScopeNone,
} WDF_SYNCHRONIZATION_SCOPE;
typedef VOID EVT_WDF_OBJECT_CONTEXT_CLEANUP(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP *PFN_WDF_OBJECT_CONTEXT_CLEANUP;
typedef VOID EVT_WDF_OBJECT_CONTEXT_DESTROY(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY *PFN_WDF_OBJECT_CONTEXT_DESTROY;

typedef struct _WDF_OBJECT_CONTEXT_TYPE_INFO WDF_OBJECT_CONTEXT_TYPE_INFO;
typedef const WDF_OBJECT_CONTEXT_TYPE_INFO *PCWDF_OBJECT_CONTEXT_TYPE_INFO;
typedef PCWDF_OBJECT_CONTEXT_TYPE_INFO(__cdecl *PFN_GET_UNIQUE_CONTEXT_TYPE)(
    VOID);
struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
    ULONG Size;
    LPCSTR ContextName;
    size_t ContextSize;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO UniqueType;
    PFN_GET_UNIQUE_CONTEXT_TYPE EvtDriverGetUniqueContextType;
};
typedef struct _WDF_OBJECT_ATTRIBUTES {
    ULONG Size;
    PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
    PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
    WDF_EXECUTION_LEVEL ExecutionLevel;
    WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
    WDFOBJECT ParentObject;
    size_t ContextSizeOverride;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
} WDF_OBJECT_ATTRIBUTES;

EXTERN_C_START
PVOID WdfObjectGetTypedContextWorker(WDFOBJECT Handle,
                                     PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo);
VOID WdfObjectReference(WDFOBJECT Handle);
VOID WdfObjectReferenceWithTag(WDFOBJECT Handle, PVOID Tag);
VOID WdfObjectDereference(WDFOBJECT Handle);
VOID WdfObjectDereferenceWithTag(WDFOBJECT Handle, PVOID Tag);
EXTERN_C_END

// A context type is described by one constant per type; the casting function
// asks the framework for the context of that description.
#define WDF_TYPE_NAME_TO_TYPE_INFO(Type) _WDF_##Type##_TYPE_INFO
#define WDF_GET_CONTEXT_TYPE_INFO(Type)  (&WDF_TYPE_NAME_TO_TYPE_INFO(Type))
#define WdfObjectGetTypedContext(Handle, Type)                   \
    ((Type *)WdfObjectGetTypedContextWorker((WDFOBJECT)(Handle), \
                                            WDF_GET_CONTEXT_TYPE_INFO(Type)))
#define MODEL_WDF_CONTEXT(Type, Cast)                                          \
    static const WDF_OBJECT_CONTEXT_TYPE_INFO WDF_TYPE_NAME_TO_TYPE_INFO(Type) \
        __attribute__((unused)) = { sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO),      \
                                    #Type, sizeof(Type),                       \
                                    &WDF_TYPE_NAME_TO_TYPE_INFO(Type), NULL }; \
    MODEL_INLINE Type *Cast(WDFOBJECT Handle)                                  \
    {                                                                          \
        return (Type *)WdfObjectGetTypedContextWorker(                         \
            Handle, WDF_GET_CONTEXT_TYPE_INFO(Type));                          \
    }
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Type, Cast) \
    MODEL_WDF_CONTEXT(Type, Cast)
#define WDF_DECLARE_CONTEXT_TYPE(Type) \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Type, WdfObjectGet_##Type)
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(Type, Cast) \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Type, Cast)
#define WDF_DECLARE_TYPE(Type) WDF_DECLARE_CONTEXT_TYPE(Type)
#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, Type) \
    (Attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(Type)
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(Attributes, Type) \
    do {                                                          \
        WDF_OBJECT_ATTRIBUTES_INIT(Attributes);                   \
        WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, Type); \
    } while (0)

EXTERN_C_START
NTSTATUS WdfObjectAllocateContext(WDFOBJECT Handle,
                                  PWDF_OBJECT_ATTRIBUTES ContextAttributes,
                                  PVOID *Context);
WDFOBJECT WdfObjectContextGetObject(PVOID ContextPointer);
NTSTATUS WdfObjectCreate(PWDF_OBJECT_ATTRIBUTES Attributes, WDFOBJECT *Object);
VOID WdfObjectDelete(WDFOBJECT Object);
NTSTATUS WdfObjectQuery(WDFOBJECT Object, CONST GUID *Guid,
                        ULONG QueryBufferLength, PVOID QueryBuffer);
EXTERN_C_END

MODEL_INLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(PWDF_OBJECT_ATTRIBUTES Config)
{
    RtlZeroMemory(Config, sizeof(WDF_OBJECT_ATTRIBUTES));
    Config->Size = sizeof(WDF_OBJECT_ATTRIBUTES);
    Config->ExecutionLevel = WdfExecutionLevelInheritFromParent;
    Config->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}

#define WDF_PTR_ADD_OFFSET(Pointer, Offset) \
    ((PVOID)((PUCHAR)(Pointer) + (Offset)))
#define WDF_PTR_ADD_OFFSET_TYPE(Pointer, Offset, Type) \
    ((Type)WDF_PTR_ADD_OFFSET(Pointer, Offset))

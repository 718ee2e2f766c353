// The filter manager's functions.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flt_types.h"

EXTERN_C_START
NTSTATUS FltRegisterFilter(PDRIVER_OBJECT Driver,
                           const FLT_REGISTRATION *Registration,
                           PFLT_FILTER *Filter);
VOID FltUnregisterFilter(PFLT_FILTER Filter);
NTSTATUS FltStartFiltering(PFLT_FILTER Filter);
PVOID FltGetRoutineAddress(PCSTR Name);
NTSTATUS FltObjectReference(PVOID Object);
VOID FltObjectDereference(PVOID Object);
NTSTATUS FltBuildDefaultSecurityDescriptor(PSECURITY_DESCRIPTOR *Descriptor,
                                           ACCESS_MASK Access);
VOID FltFreeSecurityDescriptor(PSECURITY_DESCRIPTOR Descriptor);
NTSTATUS FltCreateCommunicationPort(PFLT_FILTER Filter, PFLT_PORT *Port,
                                    POBJECT_ATTRIBUTES Attributes,
                                    PVOID Cookie, PFLT_CONNECT_NOTIFY Connect,
                                    PFLT_DISCONNECT_NOTIFY Disconnect,
                                    PFLT_MESSAGE_NOTIFY Message, LONG Maximum);
VOID FltCloseCommunicationPort(PFLT_PORT Port);
VOID FltCloseClientPort(PFLT_FILTER Filter, PFLT_PORT *Client);
NTSTATUS FltSendMessage(PFLT_FILTER Filter, PFLT_PORT *Client, PVOID Buffer,
                        ULONG Length, PVOID Reply, PULONG ReplyLength,
                        PLARGE_INTEGER Timeout);
NTSTATUS FltAllocateContext(PFLT_FILTER Filter, FLT_CONTEXT_TYPE Type,
                            SIZE_T Size, POOL_TYPE Pool,
                            PFLT_CONTEXT *Context);
VOID FltReferenceContext(PFLT_CONTEXT Context);
VOID FltReleaseContext(PFLT_CONTEXT Context);
VOID FltDeleteContext(PFLT_CONTEXT Context);
NTSTATUS FltGetVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                             PFLT_CONTEXT *Context);
NTSTATUS FltSetVolumeContext(PFLT_VOLUME Volume,
                             FLT_SET_CONTEXT_OPERATION Operation,
                             PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltGetInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT *Context);
NTSTATUS FltSetInstanceContext(PFLT_INSTANCE Instance,
                               FLT_SET_CONTEXT_OPERATION Operation,
                               PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltGetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                           PFLT_CONTEXT *Context);
NTSTATUS FltSetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                           FLT_SET_CONTEXT_OPERATION Operation,
                           PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltGetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                             PFLT_CONTEXT *Context);
NTSTATUS FltSetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                             FLT_SET_CONTEXT_OPERATION Operation,
                             PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltGetStreamHandleContext(PFLT_INSTANCE Instance,
                                   PFILE_OBJECT FileObject,
                                   PFLT_CONTEXT *Context);
NTSTATUS FltSetStreamHandleContext(PFLT_INSTANCE Instance,
                                   PFILE_OBJECT FileObject,
                                   FLT_SET_CONTEXT_OPERATION Operation,
                                   PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltDeleteStreamHandleContext(PFLT_INSTANCE Instance,
                                      PFILE_OBJECT FileObject,
                                      PFLT_CONTEXT *Old);
NTSTATUS FltGetTransactionContext(PFLT_INSTANCE Instance,
                                  PKTRANSACTION Transaction,
                                  PFLT_CONTEXT *Context);
NTSTATUS FltSetTransactionContext(PFLT_INSTANCE Instance,
                                  PKTRANSACTION Transaction,
                                  FLT_SET_CONTEXT_OPERATION Operation,
                                  PFLT_CONTEXT New, PFLT_CONTEXT *Old);
NTSTATUS FltEnlistInTransaction(PFLT_INSTANCE Instance,
                                PKTRANSACTION Transaction,
                                PFLT_CONTEXT Context, NOTIFICATION_MASK Mask);
NTSTATUS FltGetFileNameInformation(PFLT_CALLBACK_DATA Data,
                                   FLT_FILE_NAME_OPTIONS Options,
                                   PFLT_FILE_NAME_INFORMATION *Name);
NTSTATUS FltGetFileNameInformationUnsafe(PFILE_OBJECT FileObject,
                                         PFLT_INSTANCE Instance,
                                         FLT_FILE_NAME_OPTIONS Options,
                                         PFLT_FILE_NAME_INFORMATION *Name);
NTSTATUS FltGetDestinationFileNameInformation(
    PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, HANDLE Root, PWSTR Name,
    ULONG Length, FLT_FILE_NAME_OPTIONS Options,
    PFLT_FILE_NAME_INFORMATION *Result);
NTSTATUS FltParseFileNameInformation(PFLT_FILE_NAME_INFORMATION Name);
NTSTATUS FltParseFileName(PCUNICODE_STRING Name, PUNICODE_STRING Extension,
                          PUNICODE_STRING Stream, PUNICODE_STRING Final);
VOID FltReferenceFileNameInformation(PFLT_FILE_NAME_INFORMATION Name);
VOID FltReleaseFileNameInformation(PFLT_FILE_NAME_INFORMATION Name);
NTSTATUS FltCheckAndGrowNameControl(PFLT_NAME_CONTROL Name, USHORT Size);
FLT_FILE_NAME_OPTIONS FltGetFileNameFormat(FLT_FILE_NAME_OPTIONS Options);
FLT_FILE_NAME_OPTIONS FltGetFileNameQueryMethod(FLT_FILE_NAME_OPTIONS Options);
NTSTATUS FltGetVolumeName(PFLT_VOLUME Volume, PUNICODE_STRING Name,
                          PULONG Needed);
NTSTATUS FltGetVolumeGuidName(PFLT_VOLUME Volume, PUNICODE_STRING Name,
                              PULONG Needed);
NTSTATUS FltGetVolumeProperties(PFLT_VOLUME Volume,
                                PFLT_VOLUME_PROPERTIES Properties,
                                ULONG Length, PULONG Needed);
NTSTATUS FltGetVolumeFromInstance(PFLT_INSTANCE Instance, PFLT_VOLUME *Volume);
NTSTATUS FltGetVolumeFromFileObject(PFLT_FILTER Filter,
                                    PFILE_OBJECT FileObject,
                                    PFLT_VOLUME *Volume);
NTSTATUS FltGetVolumeFromName(PFLT_FILTER Filter, PCUNICODE_STRING Name,
                              PFLT_VOLUME *Volume);
NTSTATUS FltGetDiskDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT *Disk);
NTSTATUS FltGetDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT *Device);
NTSTATUS FltGetFileSystemType(PVOID Object, PFLT_FILESYSTEM_TYPE Type);
NTSTATUS FltEnumerateInstances(PFLT_VOLUME Volume, PFLT_FILTER Filter,
                               PFLT_INSTANCE *List, ULONG Size, PULONG Count);
NTSTATUS FltDetachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                         PCUNICODE_STRING Name);
NTSTATUS FltAttachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                         PCUNICODE_STRING Name, PFLT_INSTANCE *Instance);
NTSTATUS FltLockUserBuffer(PFLT_CALLBACK_DATA Data);
NTSTATUS FltDecodeParameters(PFLT_CALLBACK_DATA Data, PMDL **Mdl,
                             PVOID **Buffer, PULONG *Length,
                             LOCK_OPERATION *Access);
VOID FltSetCallbackDataDirty(PFLT_CALLBACK_DATA Data);
BOOLEAN FltIsCallbackDataDirty(PFLT_CALLBACK_DATA Data);
BOOLEAN FltIsOperationSynchronous(PFLT_CALLBACK_DATA Data);
BOOLEAN FltDoCompletionProcessingWhenSafe(
    PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects, PVOID Context,
    FLT_POST_OPERATION_FLAGS Flags, PFLT_POST_OPERATION_CALLBACK Routine,
    PFLT_POSTOP_CALLBACK_STATUS Status);
VOID FltCompletePendedPreOperation(PFLT_CALLBACK_DATA Data,
                                   FLT_PREOP_CALLBACK_STATUS Status,
                                   PVOID Context);
VOID FltCompletePendedPostOperation(PFLT_CALLBACK_DATA Data);
VOID FltCancelFileOpen(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
BOOLEAN FltCancelIo(PFLT_CALLBACK_DATA Data);
NTSTATUS FltSetCancelCompletion(PFLT_CALLBACK_DATA Data,
                                PFLT_COMPLETE_CANCELED_CALLBACK Routine);
NTSTATUS FltClearCancelCompletion(PFLT_CALLBACK_DATA Data);
NTSTATUS FltAllocateCallbackData(PFLT_INSTANCE Instance,
                                 PFILE_OBJECT FileObject,
                                 PFLT_CALLBACK_DATA *Data);
VOID FltFreeCallbackData(PFLT_CALLBACK_DATA Data);
VOID FltPerformSynchronousIo(PFLT_CALLBACK_DATA Data);
NTSTATUS FltPerformAsynchronousIo(PFLT_CALLBACK_DATA Data,
                                  PFLT_COMPLETED_ASYNC_IO_CALLBACK Routine,
                                  PVOID Context);
PFLT_GENERIC_WORKITEM FltAllocateGenericWorkItem(VOID);
VOID FltFreeGenericWorkItem(PFLT_GENERIC_WORKITEM Item);
NTSTATUS FltQueueGenericWorkItem(PFLT_GENERIC_WORKITEM Item, PVOID Object,
                                 PFLT_GENERIC_WORKITEM_ROUTINE Routine,
                                 WORK_QUEUE_TYPE Type, PVOID Context);
PFLT_DEFERRED_IO_WORKITEM FltAllocateDeferredIoWorkItem(VOID);
VOID FltFreeDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM Item);
NTSTATUS FltQueueDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM Item,
                                    PFLT_CALLBACK_DATA Data,
                                    PFLT_DEFERRED_IO_WORKITEM_ROUTINE Routine,
                                    WORK_QUEUE_TYPE Type, PVOID Context);
PVOID FltAllocatePoolAlignedWithTag(PFLT_INSTANCE Instance, POOL_TYPE Pool,
                                    SIZE_T Size, ULONG Tag);
VOID FltFreePoolAlignedWithTag(PFLT_INSTANCE Instance, PVOID Buffer,
                               ULONG Tag);
VOID FltAcquireResourceExclusive(PERESOURCE Resource);
VOID FltAcquireResourceShared(PERESOURCE Resource);
VOID FltReleaseResource(PERESOURCE Resource);
VOID FltInitializePushLock(PEX_PUSH_LOCK Lock);
VOID FltDeletePushLock(PEX_PUSH_LOCK Lock);
VOID FltAcquirePushLockExclusive(PEX_PUSH_LOCK Lock);
VOID FltAcquirePushLockShared(PEX_PUSH_LOCK Lock);
VOID FltReleasePushLock(PEX_PUSH_LOCK Lock);
NTSTATUS FltCancellableWaitForSingleObject(PVOID Object,
                                           PLARGE_INTEGER Timeout,
                                           PFLT_CALLBACK_DATA Data);
PEPROCESS FltGetRequestorProcess(PFLT_CALLBACK_DATA Data);
ULONG FltGetRequestorProcessId(PFLT_CALLBACK_DATA Data);
BOOLEAN FltIs32bitProcess(PFLT_CALLBACK_DATA Data);
NTSTATUS FltIsDirectory(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance,
                        PBOOLEAN Directory);
PCHAR FltGetIrpName(UCHAR Major);
NTSTATUS FltCreateFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
                       PHANDLE File, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                       PLARGE_INTEGER Size, ULONG FileAttributes, ULONG Share,
                       ULONG Disposition, ULONG Options, PVOID Ea,
                       ULONG EaLength, ULONG Flags);
NTSTATUS FltCreateFileEx(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
                         PHANDLE File, PFILE_OBJECT *FileObject,
                         ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes,
                         PIO_STATUS_BLOCK Status, PLARGE_INTEGER Size,
                         ULONG FileAttributes, ULONG Share, ULONG Disposition,
                         ULONG Options, PVOID Ea, ULONG EaLength, ULONG Flags);
NTSTATUS FltCreateFileEx2(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
                          PHANDLE File, PFILE_OBJECT *FileObject,
                          ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes,
                          PIO_STATUS_BLOCK Status, PLARGE_INTEGER Size,
                          ULONG FileAttributes, ULONG Share,
                          ULONG Disposition, ULONG Options, PVOID Ea,
                          ULONG EaLength, ULONG Flags,
                          PIO_DRIVER_CREATE_CONTEXT Context);
NTSTATUS FltReadFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                     PLARGE_INTEGER Offset, ULONG Length, PVOID Buffer,
                     FLT_IO_OPERATION_FLAGS Flags, PULONG Done,
                     PFLT_COMPLETED_ASYNC_IO_CALLBACK Routine, PVOID Context);
NTSTATUS FltWriteFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                      PLARGE_INTEGER Offset, ULONG Length, PVOID Buffer,
                      FLT_IO_OPERATION_FLAGS Flags, PULONG Done,
                      PFLT_COMPLETED_ASYNC_IO_CALLBACK Routine, PVOID Context);
NTSTATUS FltQueryInformationFile(PFLT_INSTANCE Instance,
                                 PFILE_OBJECT FileObject, PVOID Buffer,
                                 ULONG Length, FILE_INFORMATION_CLASS Class,
                                 PULONG Needed);
NTSTATUS FltSetInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                               PVOID Buffer, ULONG Length,
                               FILE_INFORMATION_CLASS Class);
NTSTATUS FltQueryVolumeInformation(PFLT_INSTANCE Instance,
                                   PIO_STATUS_BLOCK Status, PVOID Buffer,
                                   ULONG Length, FS_INFORMATION_CLASS Class);
NTSTATUS FltFsControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                          ULONG Code, PVOID Input, ULONG InputLength,
                          PVOID Output, ULONG OutputLength, PULONG Returned);
NTSTATUS FltDeviceIoControlFile(PFLT_INSTANCE Instance,
                                PFILE_OBJECT FileObject, ULONG Code,
                                PVOID Input, ULONG InputLength, PVOID Output,
                                ULONG OutputLength, PULONG Returned);
NTSTATUS FltFlushBuffers(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
NTSTATUS FltClose(HANDLE File);
NTSTATUS FltGetEcpListFromCallbackData(PFLT_FILTER Filter,
                                       PFLT_CALLBACK_DATA Data,
                                       PECP_LIST *List);
NTSTATUS FltFindExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST List,
                                     LPCGUID Type, PVOID *Context,
                                     ULONG *Size);
BOOLEAN FltIsEcpFromUserMode(PFLT_FILTER Filter, PVOID Context);
BOOLEAN FltSupportsFileContexts(PFILE_OBJECT FileObject);
BOOLEAN FltSupportsStreamContexts(PFILE_OBJECT FileObject);
BOOLEAN FltSupportsStreamHandleContexts(PFILE_OBJECT FileObject);
EXTERN_C_END

// Hardware resources.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"
#include "wdfobject.h"

EXTERN_C_START
VOID WdfIoResourceRequirementsListSetSlotNumber(
    WDFIORESREQLIST RequirementsList, ULONG SlotNumber);
VOID WdfIoResourceRequirementsListSetInterfaceType(
    WDFIORESREQLIST RequirementsList, INTERFACE_TYPE InterfaceType);
NTSTATUS
WdfIoResourceRequirementsListAppendIoResList(WDFIORESREQLIST RequirementsList,
                                             WDFIORESLIST IoResList);
NTSTATUS WdfIoResourceRequirementsListInsertIoResList(
    WDFIORESREQLIST RequirementsList, WDFIORESLIST IoResList, ULONG Index);
ULONG WdfIoResourceRequirementsListGetCount(WDFIORESREQLIST RequirementsList);
WDFIORESLIST
WdfIoResourceRequirementsListGetIoResList(WDFIORESREQLIST RequirementsList,
                                          ULONG Index);
VOID WdfIoResourceRequirementsListRemove(WDFIORESREQLIST RequirementsList,
                                         ULONG Index);
VOID WdfIoResourceRequirementsListRemoveByIoResList(
    WDFIORESREQLIST RequirementsList, WDFIORESLIST IoResList);
NTSTATUS WdfIoResourceListCreate(WDFIORESREQLIST RequirementsList,
                                 PWDF_OBJECT_ATTRIBUTES Attributes,
                                 WDFIORESLIST *ResourceList);
NTSTATUS WdfIoResourceListAppendDescriptor(WDFIORESLIST ResourceList,
                                           PIO_RESOURCE_DESCRIPTOR Descriptor);
NTSTATUS WdfIoResourceListInsertDescriptor(WDFIORESLIST ResourceList,
                                           PIO_RESOURCE_DESCRIPTOR Descriptor,
                                           ULONG Index);
VOID WdfIoResourceListUpdateDescriptor(WDFIORESLIST ResourceList,
                                       PIO_RESOURCE_DESCRIPTOR Descriptor,
                                       ULONG Index);
ULONG WdfIoResourceListGetCount(WDFIORESLIST ResourceList);
PIO_RESOURCE_DESCRIPTOR
WdfIoResourceListGetDescriptor(WDFIORESLIST ResourceList, ULONG Index);
VOID WdfIoResourceListRemove(WDFIORESLIST ResourceList, ULONG Index);
VOID WdfIoResourceListRemoveByDescriptor(WDFIORESLIST ResourceList,
                                         PIO_RESOURCE_DESCRIPTOR Descriptor);
NTSTATUS
WdfCmResourceListAppendDescriptor(WDFCMRESLIST List,
                                  PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
NTSTATUS WdfCmResourceListInsertDescriptor(
    WDFCMRESLIST List, PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
ULONG WdfCmResourceListGetCount(WDFCMRESLIST List);
PCM_PARTIAL_RESOURCE_DESCRIPTOR
WdfCmResourceListGetDescriptor(WDFCMRESLIST List, ULONG Index);
VOID WdfCmResourceListRemove(WDFCMRESLIST List, ULONG Index);
VOID WdfCmResourceListRemoveByDescriptor(
    WDFCMRESLIST List, PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
EXTERN_C_END

// Direct memory access.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "io.h"

struct _DMA_ADAPTER;

typedef enum {
    DmaComplete,
    DmaAborted,
    DmaError,
    DmaCancelled
} DMA_COMPLETION_STATUS;

typedef struct _SCATTER_GATHER_ELEMENT {
    PHYSICAL_ADDRESS Address;
    ULONG Length;
    ULONG_PTR Reserved;
} SCATTER_GATHER_ELEMENT, *PSCATTER_GATHER_ELEMENT;
typedef struct _SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    SCATTER_GATHER_ELEMENT Elements[];
} SCATTER_GATHER_LIST, *PSCATTER_GATHER_LIST;

typedef VOID DRIVER_LIST_CONTROL(struct _DEVICE_OBJECT *DeviceObject,
                                 struct _IRP *Irp,
                                 PSCATTER_GATHER_LIST ScatterGather,
                                 PVOID Context);
typedef DRIVER_LIST_CONTROL *PDRIVER_LIST_CONTROL;
typedef VOID DMA_COMPLETION_ROUTINE(struct _DMA_ADAPTER *Adapter,
                                    PDEVICE_OBJECT DeviceObject, PVOID Context,
                                    DMA_COMPLETION_STATUS Status);
typedef DMA_COMPLETION_ROUTINE *PDMA_COMPLETION_ROUTINE;

typedef struct _DEVICE_DESCRIPTION {
    ULONG Version;
    BOOLEAN Master;
    BOOLEAN ScatterGather;
    BOOLEAN DemandMode;
    BOOLEAN AutoInitialize;
    BOOLEAN Dma32BitAddresses;
    BOOLEAN IgnoreCount;
    BOOLEAN Reserved1;
    BOOLEAN Dma64BitAddresses;
    ULONG BusNumber;
    ULONG DmaChannel;
    INTERFACE_TYPE InterfaceType;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    ULONG MaximumLength;
    ULONG DmaPort;
    ULONG DmaAddressWidth;
    ULONG DmaControllerInstance;
    ULONG DmaRequestLine;
    PHYSICAL_ADDRESS DeviceAddress;
} DEVICE_DESCRIPTION, *PDEVICE_DESCRIPTION;
#define DEVICE_DESCRIPTION_VERSION  0
#define DEVICE_DESCRIPTION_VERSION1 1
#define DEVICE_DESCRIPTION_VERSION2 2
#define DEVICE_DESCRIPTION_VERSION3 3

typedef struct _DMA_OPERATIONS {
    ULONG Size;
    VOID (*PutDmaAdapter)(struct _DMA_ADAPTER *Adapter);
    PVOID (*AllocateCommonBuffer)(struct _DMA_ADAPTER *Adapter, ULONG Length,
                                  PPHYSICAL_ADDRESS Logical, BOOLEAN Cached);
    VOID (*FreeCommonBuffer)(struct _DMA_ADAPTER *Adapter, ULONG Length,
                             PHYSICAL_ADDRESS Logical, PVOID Virtual,
                             BOOLEAN Cached);
    NTSTATUS (*AllocateAdapterChannel)(struct _DMA_ADAPTER *Adapter,
                                       PDEVICE_OBJECT DeviceObject,
                                       ULONG Registers, PDRIVER_CONTROL Routine,
                                       PVOID Context);
    BOOLEAN (*FlushAdapterBuffers)(struct _DMA_ADAPTER *Adapter, PMDL Mdl,
                                   PVOID Map, PVOID Va, ULONG Length,
                                   BOOLEAN ToDevice);
    VOID (*FreeAdapterChannel)(struct _DMA_ADAPTER *Adapter);
    VOID (*FreeMapRegisters)(struct _DMA_ADAPTER *Adapter, PVOID Map,
                             ULONG Registers);
    PHYSICAL_ADDRESS (*MapTransfer)(struct _DMA_ADAPTER *Adapter, PMDL Mdl,
                                    PVOID Map, PVOID Va, PULONG Length,
                                    BOOLEAN ToDevice);
    ULONG (*GetDmaAlignment)(struct _DMA_ADAPTER *Adapter);
    ULONG (*ReadDmaCounter)(struct _DMA_ADAPTER *Adapter);
    NTSTATUS (*GetScatterGatherList)(struct _DMA_ADAPTER *Adapter,
                                     PDEVICE_OBJECT DeviceObject, PMDL Mdl,
                                     PVOID Va, ULONG Length,
                                     PDRIVER_LIST_CONTROL Routine,
                                     PVOID Context, BOOLEAN ToDevice);
    VOID (*PutScatterGatherList)(struct _DMA_ADAPTER *Adapter,
                                 PSCATTER_GATHER_LIST List, BOOLEAN ToDevice);
} DMA_OPERATIONS, *PDMA_OPERATIONS;
typedef struct _DMA_ADAPTER {
    USHORT Version;
    USHORT Size;
    PDMA_OPERATIONS DmaOperations;
} DMA_ADAPTER, *PDMA_ADAPTER, *PADAPTER_OBJECT;

EXTERN_C_START
PDMA_ADAPTER IoGetDmaAdapter(PDEVICE_OBJECT PhysicalDevice,
                             PDEVICE_DESCRIPTION Description,
                             PULONG Registers);
EXTERN_C_END
typedef struct POHANDLE__ *POHANDLE;

// Ports, miniports and streams, their descriptions, and the functions that
// bring them together.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "com.h"
#include "io.h"
#include "dma.h"
#include "../ks.h"

struct IResourceList;
typedef NTSTATUS (*PCPFNSTARTDEVICE)(PDEVICE_OBJECT DeviceObject, PIRP Irp,
                                     struct IResourceList *Resources);
struct _PCPROPERTY_REQUEST;
typedef NTSTATUS (*PCPFNPROPERTY_HANDLER)(struct _PCPROPERTY_REQUEST *Request);
typedef struct {
    const GUID *Set;
    ULONG Id;
    ULONG Flags;
    PCPFNPROPERTY_HANDLER Handler;
} PCPROPERTY_ITEM, *PPCPROPERTY_ITEM;
typedef struct _PCPROPERTY_REQUEST {
    PUNKNOWN MajorTarget;
    PUNKNOWN MinorTarget;
    ULONG Node;
    const PCPROPERTY_ITEM *PropertyItem;
    ULONG Verb;
    ULONG InstanceSize;
    PVOID Instance;
    ULONG ValueSize;
    PVOID Value;
    PIRP Irp;
} PCPROPERTY_REQUEST, *PPCPROPERTY_REQUEST;
typedef struct {
    const GUID *Set;
    ULONG Id;
    ULONG Flags;
    PVOID Handler;
} PCMETHOD_ITEM, PCEVENT_ITEM;
typedef struct {
    ULONG PropertyItemSize;
    ULONG PropertyCount;
    const PCPROPERTY_ITEM *Properties;
    ULONG MethodItemSize;
    ULONG MethodCount;
    const PCMETHOD_ITEM *Methods;
    ULONG EventItemSize;
    ULONG EventCount;
    const PCEVENT_ITEM *Events;
    ULONG Reserved;
} PCAUTOMATION_TABLE, *PPCAUTOMATION_TABLE;
#define DEFINE_PCAUTOMATION_TABLE_PROP(Table, Items)     \
    const PCAUTOMATION_TABLE Table = {                   \
        sizeof((Items)[0]),    RTL_NUMBER_OF(Items),     \
        Items,                 sizeof(PCMETHOD_ITEM),    \
        0,                     NULL,                     \
        sizeof(PCEVENT_ITEM),  0,                        \
        NULL,                  0                         \
    }
typedef struct {
    ULONG MaxGlobalInstanceCount;
    ULONG MaxFilterInstanceCount;
    ULONG MinFilterInstanceCount;
    const PCAUTOMATION_TABLE *AutomationTable;
    KSPIN_DESCRIPTOR KsPinDescriptor;
} PCPIN_DESCRIPTOR, *PPCPIN_DESCRIPTOR;
typedef struct {
    ULONG Flags;
    const PCAUTOMATION_TABLE *AutomationTable;
    const GUID *Type;
    const GUID *Name;
} PCNODE_DESCRIPTOR, *PPCNODE_DESCRIPTOR;
typedef struct {
    ULONG FromNode;
    ULONG FromNodePin;
    ULONG ToNode;
    ULONG ToNodePin;
} PCCONNECTION_DESCRIPTOR, *PPCCONNECTION_DESCRIPTOR;
typedef struct {
    ULONG Version;
    const PCAUTOMATION_TABLE *AutomationTable;
    ULONG PinSize;
    ULONG PinCount;
    const PCPIN_DESCRIPTOR *Pins;
    ULONG NodeSize;
    ULONG NodeCount;
    const PCNODE_DESCRIPTOR *Nodes;
    ULONG ConnectionCount;
    const PCCONNECTION_DESCRIPTOR *Connections;
    ULONG CategoryCount;
    const GUID *Categories;
} PCFILTER_DESCRIPTOR, *PPCFILTER_DESCRIPTOR;
#define PCFILTER_NODE ((ULONG)-1)
#define PORT_CLASS_DEVICE_EXTENSION_SIZE (64 * sizeof(ULONG_PTR))
#define PCPROPERTY_ITEM_FLAG_GET KSPROPERTY_TYPE_GET

#ifdef __cplusplus
struct IResourceList : public IUnknown {
    STDMETHOD_(ULONG, NumberOfEntries)(THIS) PURE;
};
typedef IResourceList *PRESOURCELIST;
struct IServiceSink : public IUnknown {
    STDMETHOD_(void, RequestService)(THIS) PURE;
};
typedef IServiceSink *PSERVICESINK;
struct IServiceGroup : public IServiceSink {
    STDMETHOD_(NTSTATUS, AddMember)(PSERVICESINK Member) PURE;
    STDMETHOD_(void, RemoveMember)(PSERVICESINK Member) PURE;
    STDMETHOD_(void, SupportDelayedService)(THIS) PURE;
    STDMETHOD_(void, RequestDelayedService)(ULONGLONG Delay) PURE;
    STDMETHOD_(void, CancelDelayedService)(THIS) PURE;
};
typedef IServiceGroup *PSERVICEGROUP;
struct IPort : public IUnknown {
    STDMETHOD_(NTSTATUS, Init)
    (PDEVICE_OBJECT DeviceObject, PIRP Irp, PUNKNOWN Miniport,
     PUNKNOWN Adapter, PRESOURCELIST Resources) PURE;
    STDMETHOD_(NTSTATUS, GetDeviceProperty)
    (DEVICE_REGISTRY_PROPERTY Property, ULONG Length, PVOID Buffer,
     PULONG Needed) PURE;
    STDMETHOD_(NTSTATUS, NewRegistryKey)
    (PUNKNOWN *Key, PUNKNOWN Outer, ULONG Type, ACCESS_MASK Access,
     POBJECT_ATTRIBUTES Attributes, ULONG Options, PULONG Disposition) PURE;
};
typedef IPort *PPORT;
struct IDmaChannel : public IUnknown {
    STDMETHOD_(NTSTATUS, AllocateBuffer)
    (ULONG Size, PPHYSICAL_ADDRESS Constraint) PURE;
    STDMETHOD_(void, FreeBuffer)(THIS) PURE;
    STDMETHOD_(ULONG, TransferCount)(THIS) PURE;
    STDMETHOD_(ULONG, MaximumBufferSize)(THIS) PURE;
    STDMETHOD_(ULONG, AllocatedBufferSize)(THIS) PURE;
    STDMETHOD_(ULONG, BufferSize)(THIS) PURE;
    STDMETHOD_(void, SetBufferSize)(ULONG Size) PURE;
    STDMETHOD_(PVOID, SystemAddress)(THIS) PURE;
    STDMETHOD_(PHYSICAL_ADDRESS, PhysicalAddress)(THIS) PURE;
    STDMETHOD_(PADAPTER_OBJECT, GetAdapterObject)(THIS) PURE;
    STDMETHOD_(void, CopyTo)(PVOID To, PVOID From, ULONG Count) PURE;
    STDMETHOD_(void, CopyFrom)(PVOID To, PVOID From, ULONG Count) PURE;
};
typedef IDmaChannel *PDMACHANNEL;
#define IMP_IDmaChannel                                                    \
    STDMETHODIMP_(NTSTATUS)                                                \
    AllocateBuffer(ULONG Size, PPHYSICAL_ADDRESS Constraint) override;     \
    STDMETHODIMP_(void) FreeBuffer(void) override;                         \
    STDMETHODIMP_(ULONG) TransferCount(void) override;                     \
    STDMETHODIMP_(ULONG) MaximumBufferSize(void) override;                 \
    STDMETHODIMP_(ULONG) AllocatedBufferSize(void) override;               \
    STDMETHODIMP_(ULONG) BufferSize(void) override;                        \
    STDMETHODIMP_(void) SetBufferSize(ULONG Size) override;                \
    STDMETHODIMP_(PVOID) SystemAddress(void) override;                     \
    STDMETHODIMP_(PHYSICAL_ADDRESS) PhysicalAddress(void) override;        \
    STDMETHODIMP_(PADAPTER_OBJECT) GetAdapterObject(void) override;        \
    STDMETHODIMP_(void) CopyTo(PVOID To, PVOID From, ULONG Count) override; \
    STDMETHODIMP_(void) CopyFrom(PVOID To, PVOID From, ULONG Count) override
struct IMiniport : public IUnknown {
    STDMETHOD_(NTSTATUS, GetDescription)
    (PPCFILTER_DESCRIPTOR *Description) PURE;
    STDMETHOD_(NTSTATUS, DataRangeIntersection)
    (ULONG PinId, PKSDATARANGE DataRange, PKSDATARANGE MatchingDataRange,
     ULONG OutputBufferLength, PVOID ResultantFormat,
     PULONG ResultantFormatLength) PURE;
};
typedef IMiniport *PMINIPORT;
#define IMP_IMiniport                                                      \
    STDMETHODIMP_(NTSTATUS)                                                \
    GetDescription(PPCFILTER_DESCRIPTOR *Description) override;            \
    STDMETHODIMP_(NTSTATUS)                                                \
    DataRangeIntersection(ULONG PinId, PKSDATARANGE DataRange,             \
                          PKSDATARANGE MatchingDataRange,                  \
                          ULONG OutputBufferLength, PVOID ResultantFormat, \
                          PULONG ResultantFormatLength) override
struct IPortTopology : public IPort {
};
typedef IPortTopology *PPORTTOPOLOGY;
struct IMiniportTopology : public IMiniport {
    STDMETHOD_(NTSTATUS, Init)
    (PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList,
     PPORTTOPOLOGY Port) PURE;
};
typedef IMiniportTopology *PMINIPORTTOPOLOGY;
#define IMP_IMiniportTopology                                        \
    IMP_IMiniport;                                                   \
    STDMETHODIMP_(NTSTATUS)                                          \
    Init(PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList,        \
         PPORTTOPOLOGY Port) override
struct IPortWaveCyclic : public IPort {
    STDMETHOD_(void, Notify)(PSERVICEGROUP ServiceGroup) PURE;
    STDMETHOD_(NTSTATUS, NewSlaveDmaChannel)
    (PDMACHANNEL *Channel, PUNKNOWN Outer, PRESOURCELIST Resources,
     ULONG Index, ULONG Length, BOOLEAN DemandMode, DMA_SPEED Speed) PURE;
    STDMETHOD_(NTSTATUS, NewMasterDmaChannel)
    (PDMACHANNEL *Channel, PUNKNOWN Outer, PRESOURCELIST Resources,
     ULONG Length, BOOLEAN Dma32Bit, BOOLEAN Dma64Bit, DMA_WIDTH Width,
     DMA_SPEED Speed) PURE;
};
typedef IPortWaveCyclic *PPORTWAVECYCLIC;
struct IMiniportWaveCyclicStream : public IUnknown {
    STDMETHOD_(NTSTATUS, SetFormat)(PKSDATAFORMAT DataFormat) PURE;
    STDMETHOD_(ULONG, SetNotificationFreq)
    (ULONG Interval, PULONG FrameSize) PURE;
    STDMETHOD_(NTSTATUS, SetState)(KSSTATE State) PURE;
    STDMETHOD_(NTSTATUS, GetPosition)(PULONG Position) PURE;
    STDMETHOD_(NTSTATUS, NormalizePhysicalPosition)
    (PLONGLONG PhysicalPosition) PURE;
    STDMETHOD_(void, Silence)(PVOID Buffer, ULONG ByteCount) PURE;
};
typedef IMiniportWaveCyclicStream *PMINIPORTWAVECYCLICSTREAM;
#define IMP_IMiniportWaveCyclicStream                                      \
    STDMETHODIMP_(NTSTATUS) SetFormat(PKSDATAFORMAT DataFormat) override;  \
    STDMETHODIMP_(ULONG)                                                   \
    SetNotificationFreq(ULONG Interval, PULONG FrameSize) override;        \
    STDMETHODIMP_(NTSTATUS) SetState(KSSTATE State) override;              \
    STDMETHODIMP_(NTSTATUS) GetPosition(PULONG Position) override;         \
    STDMETHODIMP_(NTSTATUS)                                                \
    NormalizePhysicalPosition(PLONGLONG PhysicalPosition) override;        \
    STDMETHODIMP_(void) Silence(PVOID Buffer, ULONG ByteCount) override
struct IMiniportWaveCyclic : public IMiniport {
    STDMETHOD_(NTSTATUS, Init)
    (PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList,
     PPORTWAVECYCLIC Port) PURE;
    STDMETHOD_(NTSTATUS, NewStream)
    (PMINIPORTWAVECYCLICSTREAM *Stream, PUNKNOWN OuterUnknown,
     POOL_TYPE PoolType, ULONG Pin, BOOLEAN Capture, PKSDATAFORMAT DataFormat,
     PDMACHANNEL *DmaChannel, PSERVICEGROUP *ServiceGroup) PURE;
};
typedef IMiniportWaveCyclic *PMINIPORTWAVECYCLIC;
#define IMP_IMiniportWaveCyclic                                            \
    IMP_IMiniport;                                                         \
    STDMETHODIMP_(NTSTATUS)                                                \
    Init(PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList,              \
         PPORTWAVECYCLIC Port) override;                                   \
    STDMETHODIMP_(NTSTATUS)                                                \
    NewStream(PMINIPORTWAVECYCLICSTREAM *Stream, PUNKNOWN OuterUnknown,    \
              POOL_TYPE PoolType, ULONG Pin, BOOLEAN Capture,              \
              PKSDATAFORMAT DataFormat, PDMACHANNEL *DmaChannel,           \
              PSERVICEGROUP *ServiceGroup) override
struct IAdapterPowerManagement : public IUnknown {
    STDMETHOD_(void, PowerChangeState)(POWER_STATE NewState) PURE;
    STDMETHOD_(NTSTATUS, QueryPowerChangeState)(POWER_STATE NewState) PURE;
    STDMETHOD_(NTSTATUS, QueryDeviceCapabilities)
    (PDEVICE_CAPABILITIES PowerDeviceCaps) PURE;
};
typedef IAdapterPowerManagement *PADAPTERPOWERMANAGEMENT;
#define IMP_IAdapterPowerManagement                                        \
    STDMETHODIMP_(void) PowerChangeState(POWER_STATE NewState) override;   \
    STDMETHODIMP_(NTSTATUS)                                                \
    QueryPowerChangeState(POWER_STATE NewState) override;                  \
    STDMETHODIMP_(NTSTATUS)                                                \
    QueryDeviceCapabilities(PDEVICE_CAPABILITIES PowerDeviceCaps) override
#else
typedef struct IResourceList *PRESOURCELIST;
typedef struct IServiceGroup *PSERVICEGROUP;
typedef struct IPort *PPORT;
typedef struct IMiniport *PMINIPORT;
#endif

EXTERN_C_START
extern const GUID IID_IPort;
extern const GUID IID_IMiniport;
extern const GUID IID_IPortTopology;
extern const GUID IID_IPortWaveCyclic;
extern const GUID IID_IMiniportTopology;
extern const GUID IID_IMiniportWaveCyclic;
extern const GUID IID_IMiniportWaveCyclicStream;
extern const GUID IID_IDmaChannel;
extern const GUID IID_IAdapterPowerManagement;
extern const GUID IID_IServiceGroup;
extern const GUID CLSID_PortTopology;
extern const GUID CLSID_PortWaveCyclic;
extern const GUID CLSID_PortWavePci;
extern const GUID CLSID_PortWaveRT;
NTSTATUS PcInitializeAdapterDriver(PDRIVER_OBJECT DriverObject,
                                   PUNICODE_STRING RegistryPath,
                                   PDRIVER_ADD_DEVICE AddDevice);
NTSTATUS PcAddAdapterDevice(PDRIVER_OBJECT DriverObject,
                            PDEVICE_OBJECT PhysicalDevice,
                            PCPFNSTARTDEVICE StartDevice, ULONG MaxObjects,
                            ULONG DeviceExtensionSize);
NTSTATUS PcDispatchIrp(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTSTATUS PcCompleteIrp(PDEVICE_OBJECT DeviceObject, PIRP Irp, NTSTATUS Status);
NTSTATUS PcNewPort(PPORT *Port, REFCLSID Class);
NTSTATUS PcNewMiniport(PMINIPORT *Miniport, REFCLSID Class);
NTSTATUS PcNewServiceGroup(PSERVICEGROUP *Group, PUNKNOWN Outer);
NTSTATUS PcRegisterSubdevice(PDEVICE_OBJECT DeviceObject, PWCHAR Name,
                             PUNKNOWN Unknown);
NTSTATUS PcRegisterPhysicalConnection(PDEVICE_OBJECT DeviceObject,
                                      PUNKNOWN From, ULONG FromPin,
                                      PUNKNOWN To, ULONG ToPin);
NTSTATUS PcRegisterAdapterPowerManagement(PUNKNOWN Unknown, PVOID Context);
NTSTATUS PcUnregisterAdapterPowerManagement(PDEVICE_OBJECT DeviceObject);
NTSTATUS PcGetTimeInterval(ULONGLONG Since);
EXTERN_C_END

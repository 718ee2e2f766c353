// Reading and writing a storage request block of either kind.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "srb.h"
#include "scsi.h"

#ifndef SRBHELPER_API
#define SRBHELPER_API MODEL_INLINE
#endif
#define MODEL_SRB_EX(Srb) ((PSTORAGE_REQUEST_BLOCK)(Srb))
#define MODEL_SRB_IS_EX(Srb) \
    (((PSCSI_REQUEST_BLOCK)(Srb))->Function == \
     SRB_FUNCTION_STORAGE_REQUEST_BLOCK)

MODEL_INLINE PSRBEX_DATA SrbGetSrbExDataByType(PSTORAGE_REQUEST_BLOCK Srb,
                                              SRBEXDATATYPE Type)
{
    for (ULONG Index = 0; Index < Srb->NumSrbExData; Index++) {
        PSRBEX_DATA Data =
            (PSRBEX_DATA)((PUCHAR)Srb + Srb->SrbExDataOffset[Index]);

        if (Data->Type == (int)Type)
            return Data;
    }
    return NULL;
}

MODEL_INLINE PSRBEX_DATA_SCSI_CDB16 model_srb_cdb16(PVOID Srb)
{
    return (PSRBEX_DATA_SCSI_CDB16)SrbGetSrbExDataByType(
        MODEL_SRB_EX(Srb), SrbExDataTypeScsiCdb16);
}

MODEL_INLINE PSTOR_ADDR_BTL8 model_srb_address(PVOID Srb)
{
    return (PSTOR_ADDR_BTL8)((PUCHAR)Srb + MODEL_SRB_EX(Srb)->AddressOffset);
}

#define MODEL_SRB_MEMBER(Name, Type, ExMember, Member)    \
    MODEL_INLINE Type SrbGet##Name(PVOID Srb)              \
    {                                                     \
        if (MODEL_SRB_IS_EX(Srb))                         \
            return (Type)MODEL_SRB_EX(Srb)->ExMember;     \
        return (Type)((PSCSI_REQUEST_BLOCK)Srb)->Member;  \
    }                                                     \
    MODEL_INLINE VOID SrbSet##Name(PVOID Srb, Type Value)  \
    {                                                     \
        if (MODEL_SRB_IS_EX(Srb))                         \
            MODEL_SRB_EX(Srb)->ExMember = Value;          \
        else                                              \
            ((PSCSI_REQUEST_BLOCK)Srb)->Member = Value;   \
    }
MODEL_SRB_MEMBER(DataBuffer, PVOID, DataBuffer, DataBuffer)
MODEL_SRB_MEMBER(DataTransferLength, ULONG, DataTransferLength,
                 DataTransferLength)
MODEL_SRB_MEMBER(TimeOutValue, ULONG, TimeOutValue, TimeOutValue)
MODEL_SRB_MEMBER(SrbFlags, ULONG, SrbFlags, SrbFlags)
MODEL_SRB_MEMBER(OriginalRequest, PVOID, OriginalRequest, OriginalRequest)
MODEL_SRB_MEMBER(SystemStatus, ULONG, SystemStatus, InternalStatus)

#define MODEL_SRB_ADDRESS(Name, ExMember, Member)      \
    MODEL_INLINE UCHAR SrbGet##Name(PVOID Srb)          \
    {                                                  \
        if (MODEL_SRB_IS_EX(Srb))                      \
            return model_srb_address(Srb)->ExMember;   \
        return ((PSCSI_REQUEST_BLOCK)Srb)->Member;     \
    }
MODEL_SRB_ADDRESS(PathId, Path, PathId)
MODEL_SRB_ADDRESS(TargetId, Target, TargetId)
MODEL_SRB_ADDRESS(Lun, Lun, Lun)

MODEL_INLINE ULONG SrbGetSrbFunction(PVOID Srb)
{
    if (MODEL_SRB_IS_EX(Srb))
        return MODEL_SRB_EX(Srb)->SrbFunction;
    return ((PSCSI_REQUEST_BLOCK)Srb)->Function;
}

MODEL_INLINE UCHAR SrbGetSrbStatus(PVOID Srb)
{
    return ((PSCSI_REQUEST_BLOCK)Srb)->SrbStatus;
}

MODEL_INLINE VOID SrbSetSrbStatus(PVOID Srb, UCHAR Status)
{
    ((PSCSI_REQUEST_BLOCK)Srb)->SrbStatus = Status;
}

MODEL_INLINE PCDB SrbGetCdb(PVOID Srb)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb))
        return (PCDB)((PSCSI_REQUEST_BLOCK)Srb)->Cdb;
    Data = model_srb_cdb16(Srb);
    return Data != NULL ? (PCDB)Data->Cdb : NULL;
}

MODEL_INLINE UCHAR SrbGetCdbLength(PVOID Srb)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb))
        return ((PSCSI_REQUEST_BLOCK)Srb)->CdbLength;
    Data = model_srb_cdb16(Srb);
    return Data != NULL ? Data->CdbLength : 0;
}

MODEL_INLINE PVOID SrbGetSenseInfoBuffer(PVOID Srb)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb))
        return ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBuffer;
    Data = model_srb_cdb16(Srb);
    return Data != NULL ? Data->SenseInfoBuffer : NULL;
}

MODEL_INLINE UCHAR SrbGetSenseInfoBufferLength(PVOID Srb)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb))
        return ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBufferLength;
    Data = model_srb_cdb16(Srb);
    return Data != NULL ? Data->SenseInfoBufferLength : 0;
}

MODEL_INLINE UCHAR SrbGetScsiStatus(PVOID Srb)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb))
        return ((PSCSI_REQUEST_BLOCK)Srb)->ScsiStatus;
    Data = model_srb_cdb16(Srb);
    return Data != NULL ? Data->ScsiStatus : SCSISTAT_GOOD;
}

MODEL_INLINE VOID SrbSetScsiStatus(PVOID Srb, UCHAR Status)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb)) {
        ((PSCSI_REQUEST_BLOCK)Srb)->ScsiStatus = Status;
        return;
    }
    Data = model_srb_cdb16(Srb);
    if (Data != NULL)
        Data->ScsiStatus = Status;
}

MODEL_INLINE VOID SrbSetSenseInfoBufferLength(PVOID Srb, UCHAR Length)
{
    PSRBEX_DATA_SCSI_CDB16 Data;

    if (!MODEL_SRB_IS_EX(Srb)) {
        ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBufferLength = Length;
        return;
    }
    Data = model_srb_cdb16(Srb);
    if (Data != NULL)
        Data->SenseInfoBufferLength = Length;
}

MODEL_INLINE VOID SrbCopySrb(PVOID To, ULONG Length, PVOID From)
{
    memcpy(To, From, Length);
}

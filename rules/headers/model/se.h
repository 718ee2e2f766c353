// Security: access rights, tokens, descriptors, lists.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ex.h"

#define DELETE                   0x00010000L
#define READ_CONTROL             0x00020000L
#define WRITE_DAC                0x00040000L
#define WRITE_OWNER              0x00080000L
#define SYNCHRONIZE              0x00100000L
#define STANDARD_RIGHTS_REQUIRED 0x000F0000L
#define STANDARD_RIGHTS_READ     READ_CONTROL
#define STANDARD_RIGHTS_WRITE    READ_CONTROL
#define STANDARD_RIGHTS_EXECUTE  READ_CONTROL
#define STANDARD_RIGHTS_ALL      0x001F0000L
#define SPECIFIC_RIGHTS_ALL      0x0000FFFFL
#define ACCESS_SYSTEM_SECURITY   0x01000000L
#define MAXIMUM_ALLOWED          0x02000000L
#define GENERIC_READ             0x80000000L
#define GENERIC_WRITE            0x40000000L
#define GENERIC_EXECUTE          0x20000000L
#define GENERIC_ALL              0x10000000L

typedef PVOID PSECURITY_DESCRIPTOR, PSID, PACCESS_TOKEN;
typedef ULONG SECURITY_INFORMATION, *PSECURITY_INFORMATION;
typedef USHORT SECURITY_DESCRIPTOR_CONTROL, *PSECURITY_DESCRIPTOR_CONTROL;
typedef BOOLEAN SECURITY_CONTEXT_TRACKING_MODE;

typedef struct _ACL {
    UCHAR AclRevision;
    UCHAR Sbz1;
    USHORT AclSize;
    USHORT AceCount;
    USHORT Sbz2;
} ACL, *PACL;
typedef struct _ACE_HEADER {
    UCHAR AceType;
    UCHAR AceFlags;
    USHORT AceSize;
} ACE_HEADER, *PACE_HEADER;
typedef struct _ACCESS_ALLOWED_ACE {
    ACE_HEADER Header;
    ACCESS_MASK Mask;
    ULONG SidStart;
} ACCESS_ALLOWED_ACE, *PACCESS_ALLOWED_ACE;
typedef struct _SID_IDENTIFIER_AUTHORITY {
    UCHAR Value[6];
} SID_IDENTIFIER_AUTHORITY, *PSID_IDENTIFIER_AUTHORITY;
typedef struct _SID {
    UCHAR Revision;
    UCHAR SubAuthorityCount;
    SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
    ULONG SubAuthority[ANYSIZE_ARRAY];
} SID, *PISID;
typedef struct _SECURITY_DESCRIPTOR {
    UCHAR Revision;
    UCHAR Sbz1;
    SECURITY_DESCRIPTOR_CONTROL Control;
    PSID Owner;
    PSID Group;
    PACL Sacl;
    PACL Dacl;
} SECURITY_DESCRIPTOR, *PISECURITY_DESCRIPTOR;
typedef struct _SID_AND_ATTRIBUTES {
    PSID Sid;
    ULONG Attributes;
} SID_AND_ATTRIBUTES, *PSID_AND_ATTRIBUTES;
typedef struct _TOKEN_USER {
    SID_AND_ATTRIBUTES User;
} TOKEN_USER, *PTOKEN_USER;
typedef struct _TOKEN_GROUPS {
    ULONG GroupCount;
    SID_AND_ATTRIBUTES Groups[ANYSIZE_ARRAY];
} TOKEN_GROUPS, *PTOKEN_GROUPS;
typedef struct _TOKEN_SOURCE {
    CHAR SourceName[8];
    LUID SourceIdentifier;
} TOKEN_SOURCE, *PTOKEN_SOURCE;
typedef struct _LUID_AND_ATTRIBUTES {
    LUID Luid;
    ULONG Attributes;
} LUID_AND_ATTRIBUTES, *PLUID_AND_ATTRIBUTES;
typedef struct _PRIVILEGE_SET {
    ULONG PrivilegeCount;
    ULONG Control;
    LUID_AND_ATTRIBUTES Privilege[ANYSIZE_ARRAY];
} PRIVILEGE_SET, *PPRIVILEGE_SET;
typedef enum _TOKEN_INFORMATION_CLASS {
    TokenUser = 1,
    TokenGroups,
    TokenPrivileges,
    TokenOwner,
    TokenPrimaryGroup,
    TokenDefaultDacl,
    TokenSource,
    TokenType,
    TokenImpersonationLevel,
    TokenStatistics,
    TokenRestrictedSids,
    TokenSessionId,
    TokenElevation = 20,
    TokenIntegrityLevel = 25,
    TokenIsAppContainer = 29,
    TokenAppContainerSid = 31
} TOKEN_INFORMATION_CLASS;
typedef struct _SID_AND_ATTRIBUTES_HASH {
    ULONG SidCount;
    PSID_AND_ATTRIBUTES SidAttr;
    ULONG_PTR Hash[32];
} SID_AND_ATTRIBUTES_HASH, *PSID_AND_ATTRIBUTES_HASH;
typedef struct _TOKEN_PRIVILEGES {
    ULONG PrivilegeCount;
    LUID_AND_ATTRIBUTES Privileges[ANYSIZE_ARRAY];
} TOKEN_PRIVILEGES, *PTOKEN_PRIVILEGES;
typedef struct _TOKEN_MANDATORY_POLICY {
    ULONG Policy;
} TOKEN_MANDATORY_POLICY;
typedef enum _TOKEN_TYPE { TokenPrimary = 1, TokenImpersonation } TOKEN_TYPE;
typedef enum _SECURITY_IMPERSONATION_LEVEL {
    SecurityAnonymous,
    SecurityIdentification,
    SecurityImpersonation,
    SecurityDelegation
} SECURITY_IMPERSONATION_LEVEL;
typedef struct _TOKEN_ACCESS_INFORMATION {
    PSID_AND_ATTRIBUTES_HASH SidHash;
    PSID_AND_ATTRIBUTES_HASH RestrictedSidHash;
    PTOKEN_PRIVILEGES Privileges;
    LUID AuthenticationId;
    TOKEN_TYPE TokenType;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    TOKEN_MANDATORY_POLICY MandatoryPolicy;
    ULONG Flags;
    ULONG AppContainerNumber;
    PSID PackageSid;
    PSID_AND_ATTRIBUTES_HASH CapabilitiesHash;
    PSID TrustLevelSid;
    PVOID SecurityAttributes;
} TOKEN_ACCESS_INFORMATION, *PTOKEN_ACCESS_INFORMATION;
typedef enum _SECURITY_OPERATION_CODE {
    SetSecurityDescriptor,
    QuerySecurityDescriptor,
    DeleteSecurityDescriptor,
    AssignSecurityDescriptor
} SECURITY_OPERATION_CODE;
typedef struct _SECURITY_QUALITY_OF_SERVICE {
    ULONG Length;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    SECURITY_CONTEXT_TRACKING_MODE ContextTrackingMode;
    BOOLEAN EffectiveOnly;
} SECURITY_QUALITY_OF_SERVICE, *PSECURITY_QUALITY_OF_SERVICE;
typedef struct _SECURITY_CLIENT_CONTEXT {
    SECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_TOKEN ClientToken;
    BOOLEAN DirectlyAccessClientToken;
    BOOLEAN DirectAccessEffectiveOnly;
    BOOLEAN ServerIsRemote;
    PVOID ClientTokenControl[5];
} SECURITY_CLIENT_CONTEXT, *PSECURITY_CLIENT_CONTEXT;
typedef struct _SECURITY_SUBJECT_CONTEXT {
    PACCESS_TOKEN ClientToken;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    PACCESS_TOKEN PrimaryToken;
    PVOID ProcessAuditId;
} SECURITY_SUBJECT_CONTEXT, *PSECURITY_SUBJECT_CONTEXT;
typedef struct _ACCESS_STATE {
    LUID OperationID;
    BOOLEAN SecurityEvaluated;
    BOOLEAN GenerateAudit;
    BOOLEAN GenerateOnClose;
    BOOLEAN PrivilegesAllocated;
    ULONG Flags;
    ACCESS_MASK RemainingDesiredAccess;
    ACCESS_MASK PreviouslyGrantedAccess;
    ACCESS_MASK OriginalDesiredAccess;
    SECURITY_SUBJECT_CONTEXT SubjectSecurityContext;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PVOID AuxData;
} ACCESS_STATE, *PACCESS_STATE;
typedef struct _GENERIC_MAPPING {
    ACCESS_MASK GenericRead;
    ACCESS_MASK GenericWrite;
    ACCESS_MASK GenericExecute;
    ACCESS_MASK GenericAll;
} GENERIC_MAPPING, *PGENERIC_MAPPING;
typedef struct _SE_EXPORTS {
    LUID SeCreateTokenPrivilege;
    PSID SeNullSid;
    PSID SeWorldSid;
    PSID SeLocalSid;
    PSID SeCreatorOwnerSid;
    PSID SeCreatorGroupSid;
    PSID SeNtAuthoritySid;
    PSID SeLocalSystemSid;
    PSID SeAliasAdminsSid;
    PSID SeAliasUsersSid;
    PSID SeAuthenticatedUsersSid;
    PSID SeLocalServiceSid;
    PSID SeNetworkServiceSid;
} SE_EXPORTS, *PSE_EXPORTS;
EXTERN_C PSE_EXPORTS SeExports;

#define SECURITY_DESCRIPTOR_REVISION   1
#define SECURITY_DESCRIPTOR_REVISION1  1
#define SECURITY_DESCRIPTOR_MIN_LENGTH 40
#define ACL_REVISION                   2
#define ACL_REVISION_DS                4
#define SID_REVISION                   1
#define SID_MAX_SUB_AUTHORITIES        15
#define SECURITY_MAX_SID_SIZE          68
#define SE_SELF_RELATIVE               0x8000
#define SE_DACL_PRESENT                0x0004
#define OWNER_SECURITY_INFORMATION     0x00000001L
#define GROUP_SECURITY_INFORMATION     0x00000002L
#define DACL_SECURITY_INFORMATION      0x00000004L
#define SACL_SECURITY_INFORMATION      0x00000008L
#define SECURITY_NT_AUTHORITY          { 0, 0, 0, 0, 0, 5 }
#define SECURITY_WORLD_SID_AUTHORITY   { 0, 0, 0, 0, 0, 1 }
#define SECURITY_NULL_SID_AUTHORITY    { 0, 0, 0, 0, 0, 0 }
#define SECURITY_BUILTIN_DOMAIN_RID    0x00000020L
#define SECURITY_LOCAL_SYSTEM_RID      0x00000012L
#define SECURITY_LOCAL_SERVICE_RID     0x00000013L
#define SECURITY_NETWORK_SERVICE_RID   0x00000014L
#define SECURITY_SERVICE_ID_BASE_RID   0x00000050L
#define SECURITY_WORLD_RID             0x00000000L
#define DOMAIN_ALIAS_RID_ADMINS        0x00000220L
#define SE_LOAD_DRIVER_PRIVILEGE       10L
#define SE_DEBUG_PRIVILEGE             20L
#define SE_TCB_PRIVILEGE               7L
#define SE_MANAGE_VOLUME_PRIVILEGE     28L
#define SeLengthSid(Sid) (8 + (4 * ((SID *)(Sid))->SubAuthorityCount))

EXTERN_C_START
BOOLEAN SeAccessCheck(PSECURITY_DESCRIPTOR Descriptor,
                      PSECURITY_SUBJECT_CONTEXT Subject, BOOLEAN Locked,
                      ACCESS_MASK Desired, ACCESS_MASK Previously,
                      PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING Mapping,
                      KPROCESSOR_MODE Mode, PACCESS_MASK Granted,
                      PNTSTATUS Status);
BOOLEAN SeAccessCheckFromState(PSECURITY_DESCRIPTOR Descriptor,
                               PVOID PrimaryTokenInformation,
                               PVOID ClientTokenInformation,
                               ACCESS_MASK Desired, ACCESS_MASK Previously,
                               PPRIVILEGE_SET *Privileges,
                               PGENERIC_MAPPING Mapping, KPROCESSOR_MODE Mode,
                               PACCESS_MASK Granted, PNTSTATUS Status);
BOOLEAN SeSinglePrivilegeCheck(LUID Privilege, KPROCESSOR_MODE Mode);
VOID SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT Subject);
VOID SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT Subject);
VOID SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT Subject);
VOID SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT Subject);
VOID SeCaptureSubjectContextEx(struct _ETHREAD *Thread,
                               struct _EPROCESS *Process,
                               PSECURITY_SUBJECT_CONTEXT Subject);
NTSTATUS SeQueryInformationToken(PACCESS_TOKEN Token,
                                 TOKEN_INFORMATION_CLASS Class, PVOID *Value);
NTSTATUS SeQueryAuthenticationIdToken(PACCESS_TOKEN Token, PLUID Id);
NTSTATUS SeQuerySessionIdToken(PACCESS_TOKEN Token, PULONG Id);
BOOLEAN SeTokenIsAdmin(PACCESS_TOKEN Token);
BOOLEAN SeTokenIsRestricted(PACCESS_TOKEN Token);
TOKEN_TYPE SeTokenType(PACCESS_TOKEN Token);
PACCESS_TOKEN SeQuerySubjectContextToken(PSECURITY_SUBJECT_CONTEXT Subject);
NTSTATUS SeAssignSecurity(PSECURITY_DESCRIPTOR Parent,
                          PSECURITY_DESCRIPTOR Explicit,
                          PSECURITY_DESCRIPTOR *New, BOOLEAN IsDirectory,
                          PSECURITY_SUBJECT_CONTEXT Subject,
                          PGENERIC_MAPPING Mapping, POOL_TYPE Type);
NTSTATUS SeDeassignSecurity(PSECURITY_DESCRIPTOR *Descriptor);
BOOLEAN SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR Value);
NTSTATUS SeCreateClientSecurity(struct _ETHREAD *Thread,
                                PSECURITY_QUALITY_OF_SERVICE Qos,
                                BOOLEAN Remote,
                                PSECURITY_CLIENT_CONTEXT Context);
VOID SeDeleteClientSecurity(PSECURITY_CLIENT_CONTEXT Context);
VOID SeImpersonateClient(PSECURITY_CLIENT_CONTEXT Context,
                         struct _ETHREAD *Thread);
NTSTATUS SeImpersonateClientEx(PSECURITY_CLIENT_CONTEXT Context,
                               struct _ETHREAD *Thread);
NTSTATUS SeLocateProcessImageName(struct _EPROCESS *Process,
                                  PUNICODE_STRING *Name);
NTSTATUS RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR Value,
                                     ULONG Revision);
NTSTATUS RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR Value,
                                      BOOLEAN Present, PACL Dacl,
                                      BOOLEAN Defaulted);
NTSTATUS RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR Value,
                                      PBOOLEAN Present, PACL *Dacl,
                                      PBOOLEAN Defaulted);
NTSTATUS RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR Value, PSID Owner,
                                       BOOLEAN Defaulted);
NTSTATUS RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR Value, PSID Group,
                                       BOOLEAN Defaulted);
NTSTATUS RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR Absolute,
                                     PSECURITY_DESCRIPTOR Relative,
                                     PULONG Length);
ULONG RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR Value);
BOOLEAN RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR Value);
BOOLEAN RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR Value,
                                           ULONG Length,
                                           SECURITY_INFORMATION Required);
NTSTATUS RtlCreateAcl(PACL Acl, ULONG Length, ULONG Revision);
NTSTATUS RtlAddAccessAllowedAce(PACL Acl, ULONG Revision, ACCESS_MASK Mask,
                                PSID Sid);
NTSTATUS RtlAddAccessAllowedAceEx(PACL Acl, ULONG Revision, ULONG Flags,
                                  ACCESS_MASK Mask, PSID Sid);
NTSTATUS RtlGetAce(PACL Acl, ULONG Index, PVOID *Ace);
ULONG RtlLengthSid(PSID Sid);
ULONG RtlLengthRequiredSid(ULONG Count);
NTSTATUS RtlInitializeSid(PSID Sid, PSID_IDENTIFIER_AUTHORITY Authority,
                          UCHAR Count);
NTSTATUS RtlInitializeSidEx(PSID Sid, PSID_IDENTIFIER_AUTHORITY Authority,
                            UCHAR Count, ...);
PULONG RtlSubAuthoritySid(PSID Sid, ULONG Index);
PUCHAR RtlSubAuthorityCountSid(PSID Sid);
BOOLEAN RtlValidSid(PSID Sid);
BOOLEAN RtlEqualSid(PSID Left, PSID Right);
NTSTATUS RtlCopySid(ULONG Length, PSID To, PSID From);
NTSTATUS RtlConvertSidToUnicodeString(PUNICODE_STRING String, PSID Sid,
                                      BOOLEAN Allocate);
VOID RtlMapGenericMask(PACCESS_MASK Mask, const GENERIC_MAPPING *Mapping);
EXTERN_C_END
MODEL_INLINE LUID RtlConvertLongToLuid(LONG Value)
{
    LUID Luid = { (ULONG)Value, Value < 0 ? -1 : 0 };

    return Luid;
}
#define SeStopImpersonatingClient() PsRevertToSelf()

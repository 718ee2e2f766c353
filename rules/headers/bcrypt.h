// Cryptography next generation.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/status.h"

typedef PVOID BCRYPT_HANDLE, BCRYPT_ALG_HANDLE, BCRYPT_KEY_HANDLE,
    BCRYPT_HASH_HANDLE, BCRYPT_SECRET_HANDLE;

#define BCRYPT_SUCCESS(Status)            (((NTSTATUS)(Status)) >= 0)
#define BCRYPT_AES_ALGORITHM              L"AES"
#define BCRYPT_RSA_ALGORITHM              L"RSA"
#define BCRYPT_RNG_ALGORITHM              L"RNG"
#define BCRYPT_MD5_ALGORITHM              L"MD5"
#define BCRYPT_SHA1_ALGORITHM             L"SHA1"
#define BCRYPT_SHA256_ALGORITHM           L"SHA256"
#define BCRYPT_SHA384_ALGORITHM           L"SHA384"
#define BCRYPT_SHA512_ALGORITHM           L"SHA512"
#define BCRYPT_CHACHA20_POLY1305_ALGORITHM L"CHACHA20_POLY1305"
#define BCRYPT_OBJECT_LENGTH              L"ObjectLength"
#define BCRYPT_HASH_LENGTH                L"HashDigestLength"
#define BCRYPT_CHAINING_MODE              L"ChainingMode"
#define BCRYPT_CHAIN_MODE_CBC             L"ChainingModeCBC"
#define BCRYPT_CHAIN_MODE_ECB             L"ChainingModeECB"
#define BCRYPT_CHAIN_MODE_GCM             L"ChainingModeGCM"
#define BCRYPT_ALG_HANDLE_HMAC_FLAG       0x00000008
#define BCRYPT_PROV_DISPATCH              0x00000001
#define BCRYPT_HASH_REUSABLE_FLAG         0x00000020
#define BCRYPT_USE_SYSTEM_PREFERRED_RNG   0x00000002
#define MS_PRIMITIVE_PROVIDER             L"Microsoft Primitive Provider"

EXTERN_C_START
NTSTATUS BCryptOpenAlgorithmProvider(BCRYPT_ALG_HANDLE *Algorithm, LPCWSTR Id,
                                     LPCWSTR Implementation, ULONG Flags);
NTSTATUS BCryptCloseAlgorithmProvider(BCRYPT_ALG_HANDLE Algorithm,
                                      ULONG Flags);
NTSTATUS BCryptGetProperty(BCRYPT_HANDLE Object, LPCWSTR Property,
                           PUCHAR Output, ULONG Size, ULONG *Length,
                           ULONG Flags);
NTSTATUS BCryptSetProperty(BCRYPT_HANDLE Object, LPCWSTR Property,
                           PUCHAR Input, ULONG Size, ULONG Flags);
NTSTATUS BCryptCreateHash(BCRYPT_ALG_HANDLE Algorithm,
                          BCRYPT_HASH_HANDLE *Hash, PUCHAR Object,
                          ULONG ObjectSize, PUCHAR Secret, ULONG SecretSize,
                          ULONG Flags);
NTSTATUS BCryptHashData(BCRYPT_HASH_HANDLE Hash, PUCHAR Input, ULONG Size,
                        ULONG Flags);
NTSTATUS BCryptFinishHash(BCRYPT_HASH_HANDLE Hash, PUCHAR Output, ULONG Size,
                          ULONG Flags);
NTSTATUS BCryptDuplicateHash(BCRYPT_HASH_HANDLE Hash, BCRYPT_HASH_HANDLE *New,
                             PUCHAR Object, ULONG ObjectSize, ULONG Flags);
NTSTATUS BCryptDestroyHash(BCRYPT_HASH_HANDLE Hash);
NTSTATUS BCryptHash(BCRYPT_ALG_HANDLE Algorithm, PUCHAR Secret,
                    ULONG SecretSize, PUCHAR Input, ULONG InputSize,
                    PUCHAR Output, ULONG OutputSize);
NTSTATUS BCryptGenRandom(BCRYPT_ALG_HANDLE Algorithm, PUCHAR Buffer,
                         ULONG Size, ULONG Flags);
NTSTATUS BCryptGenerateSymmetricKey(BCRYPT_ALG_HANDLE Algorithm,
                                    BCRYPT_KEY_HANDLE *Key, PUCHAR Object,
                                    ULONG ObjectSize, PUCHAR Secret,
                                    ULONG SecretSize, ULONG Flags);
NTSTATUS BCryptImportKeyPair(BCRYPT_ALG_HANDLE Algorithm,
                             BCRYPT_KEY_HANDLE ImportKey, LPCWSTR BlobType,
                             BCRYPT_KEY_HANDLE *Key, PUCHAR Input, ULONG Size,
                             ULONG Flags);
NTSTATUS BCryptEncrypt(BCRYPT_KEY_HANDLE Key, PUCHAR Input, ULONG InputSize,
                       VOID *Padding, PUCHAR Iv, ULONG IvSize, PUCHAR Output,
                       ULONG OutputSize, ULONG *Length, ULONG Flags);
NTSTATUS BCryptDecrypt(BCRYPT_KEY_HANDLE Key, PUCHAR Input, ULONG InputSize,
                       VOID *Padding, PUCHAR Iv, ULONG IvSize, PUCHAR Output,
                       ULONG OutputSize, ULONG *Length, ULONG Flags);
NTSTATUS BCryptVerifySignature(BCRYPT_KEY_HANDLE Key, VOID *Padding,
                               PUCHAR Hash, ULONG HashSize, PUCHAR Signature,
                               ULONG SignatureSize, ULONG Flags);
NTSTATUS BCryptDestroyKey(BCRYPT_KEY_HANDLE Key);
EXTERN_C_END

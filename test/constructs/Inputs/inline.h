/* inline.h - a helper of the kind that drivers keep in their headers.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
static FORCEINLINE VOID stop_client(HANDLE Handle)
{
    NTSTATUS status = NmrDeregisterClient(Handle);

#ifdef FAULT
    if (!NT_SUCCESS(status))
#else
    if (status == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Handle);
}

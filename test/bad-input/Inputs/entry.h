/* entry.h - what a generated driver ends with.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

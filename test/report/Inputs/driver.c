static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Object)
{
	Stop(L"größe 日本", Client);
}

static VOID Stop(PCWSTR Name, HANDLE Handle)
{
    NmrDeregisterClient(Handle);
}

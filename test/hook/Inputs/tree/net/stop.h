#define STOP_WAITS 1

VOID Stop(VOID);

// Nothing of this is declared anywhere, and no statement is lost.
// RUN: %capture %s 2>%t | FileCheck %s --implicit-check-not=opaque
// RUN: FileCheck --check-prefix=NOTE --input-file=%t %s
// NOTE-NOT: error:
// NOTE: missing-names.c: note: {{[0-9]+}} names are declared nowhere: 'THING'
// NOTE-NOT: not understood

struct context {
    THING thing;
    PTHING pointer;
    OTHER *other;
    struct _UNDEFINED undefined;
    CALLBACK_FN *callback;
    void *handle;
};
EVT_SOMETHING OnSomething;
typedef RESULT_T (*ATTACH)(struct context *c);
_Checked_(c->handle != NULL) int annotated(struct context *c);
API_EXPORT int exported(void);
DECLARE_SOMETHING("name", (1, 2, 3));
const VERSION_INFO Version = { 1, { 2, 3 } };

extern void use(void *handle);

// CHECK-LABEL: @f(ptr<context> $c) {
// CHECK: field {{.*}} context.handle
// CHECK: call void @use
// CHECK: field {{.*}} context.pointer
// CHECK: field {{.*}}.Member
// CHECK: field {{.*}} context.undefined
// CHECK: field {{.*}} _UNDEFINED.Size
// CHECK: call {{.*}} @Allocate
// CHECK: call {{.*}} @Send
// CHECK: switch
// CHECK: call {{.*}} @Succeeded
// CHECK: call {{.*}} @Current
// CHECK: field {{.*}}.Stack
// CHECK: global @Global
// CHECK: field {{.*}}.List
// CHECK: return
int f(struct context *c)
{
    LOCAL_T local = { 0 };
    LOCAL_T *second;
    int status;
    PAGED_SOMETHING
    use(c->handle);
    c->pointer->Member = 1;
    c->undefined.Size = sizeof(LOCAL_T);
    second = (LOCAL_T *)Allocate(sizeof(OTHER_T), 'tag');
    second->Next = NULL_THING;
    status = Send(c, &local, FLAG_A | FLAG_B);
    switch (status) {
    case STATUS_OF_MINE: return 1;
    }
    if (!Succeeded(status))
        return (CODE_T)status;
    RUN_ON(c, struct context, LOCAL_T);
    LogText("value " FORMAT_X, 3);
    Current(c)->Stack = 0;
    Global.List = c;
    for (COUNT_T i = 0; i < 3; i++)
        c->callback(i);
    return 0;
}

// CHECK: function {{.*}} @OnSomething({{.*}} role EVT_SOMETHING {
int OnSomething(struct context *c)
{
    return c != 0;
}

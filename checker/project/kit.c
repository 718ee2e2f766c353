/* kit.c - macros with their usual values, and what a platform defines. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/kit.h"

#include "project/expand.h"
#include "project/properties.h"
#include "support/arena.h"
#include "support/words.h"

#include <string.h>
#include <strings.h>

struct macro {
    const char *name;
    const char *value; /* NULL: itself */
};

static const struct macro macros[] = {
    { "VCTargetsPath", NULL },
    { "VCTargetsPath14", NULL },
    { "VCInstallDir", NULL },
    { "VCToolsInstallDir", NULL },
    { "VSInstallDir", NULL },
    { "VsInstallRoot", NULL },
    { "UserRootDir", NULL },
    { "MSBuildExtensionsPath", NULL },
    { "MSBuildExtensionsPath32", NULL },
    { "MSBuildExtensionsPath64", NULL },
    { "MSBuildUserExtensionsPath", NULL },
    { "MSBuildToolsPath", NULL },
    { "MSBuildBinPath", NULL },
    { "ProgramFiles", NULL },
    { "ProgramW6432", NULL },
    { "LocalAppData", NULL },
    { "WindowsSdkDir", NULL },
    { "WDKContentRoot", NULL },
    { "UCRTContentRoot", NULL },
    { "UniversalCRT_IncludePath", NULL },
    { "WindowsSDK_IncludePath", NULL },
    { "VC_IncludePath", NULL },
    { "VC_ATLMFC_IncludePath", NULL },
    { "IncludePath", NULL },
    { "ExternalIncludePath", NULL },
    { "KM_IncludePath", NULL },
    { "CRT_IncludePath", NULL },
    { "CRT_INC_PATH", NULL },
    { "KIT_SHARED_IncludePath", NULL },
    { "KIT_SHARED_INC_PATH", NULL },
    { "KIT_SHARED_INC_PATH_WDK", NULL },
    { "DDK_INC_PATH", NULL },
    { "DDK_LIB_PATH", NULL },
    { "IFSKIT_INC_PATH", NULL },
    { "SDK_INC_PATH", NULL },
    { "SDK_LIB_PATH", NULL },
    { "WDK_UM_INC_PATH", NULL },
    { "WDK_UM_LIB_PATH", NULL },
    { "UM_IncludePath", NULL },
    { "KMDF_INC_PATH", NULL },
    { "KMDF_VER_PATH", NULL },
    { "UMDF_INC_PATH", NULL },
    { "UMDF_VER_PATH", NULL },
    { "SPB_INC_PATH", NULL },
    { "ATL_INC_PATH", NULL },
    { "MFC_INC_PATH", NULL },
    { "LibraryPath", NULL },
    { "ExecutablePath", NULL },
    { "SPB_VERSION_MAJOR", "1" },
    { "SPB_VERSION_MINOR", "1" },
    { "ACX_VERSION_MAJOR", "1" },
    { "ACX_VERSION_MINOR", "1" },
    { "MSBuildToolsVersion", "Current" },
    { "MSBuildVersion", "17.0" },
    { "MSBuildAssemblyVersion", "17.0" },
    { "VisualStudioVersion", "17.0" },
    { "MSBuildRuntimeType", "Full" },
    { "OS", "Windows_NT" },
    { "PROCESSOR_ARCHITECTURE", "AMD64" },
    { "LatestTargetPlatformVersion", "10.0.26100.0" },
    { "_NT_TARGET_VERSION_WIN7", "0x601" },
    { "_NT_TARGET_VERSION_WIN8", "0x602" },
    { "_NT_TARGET_VERSION_WINBLUE", "0x603" },
    { "_NT_TARGET_VERSION_WIN10", "0xA00" },
};

/* The version of Windows that a driver is made for. */
struct target {
    const char *name;
    const char *version;
    const char *ntddi;
};

static const struct target targets[] = {
    { "Windows10", "0x0A00", "0x0A000000" },
    { "Vista", "0x0600", "0x06000000" },
    { "Windows7", "0x0601", "0x06010000" },
    { "Win7", "0x0601", "0x06010000" },
    { "Windows8", "0x0602", "0x06020000" },
    { "Win8", "0x0602", "0x06020000" },
    { "WindowsV6.3", "0x0603", "0x06030000" },
    { "Windows8.1", "0x0603", "0x06030000" },
};

struct platform {
    const char *name;
    const char *short_name;
    const char *arguments[6];
};

/* The tool reads code for x64 where nothing else is said. */
static const struct platform platforms[] = {
    { "x64", "x64", { "/D_WIN64", "/D_AMD64_", "/DAMD64" } },
    { "Win32",
      "x86",
      { "--target=i686-pc-windows-msvc", "/U_AMD64_", "/UAMD64", "/D_X86_=1",
        "/Di386=1", "/DSTD_CALL" } },
    { "ARM64",
      "arm64",
      { "--target=aarch64-pc-windows-msvc", "/U_AMD64_", "/UAMD64", "/D_WIN64",
        "/D_ARM64_", "/DARM64" } },
    { "ARM",
      "arm",
      { "--target=thumbv7-pc-windows-msvc", "/U_AMD64_", "/UAMD64", "/D_ARM_",
        "/DARM" } },
};

static const char *value_of(const struct properties *properties,
                            const char *name)
{
    const char *value = properties_get(properties, name);

    return value ? value : "";
}

static const struct platform *find_platform(const struct properties *properties)
{
    const char *name = value_of(properties, "Platform");

    for (size_t i = 0; i < sizeof(platforms) / sizeof(*platforms); i++)
        if (strcasecmp(platforms[i].name, name) == 0)
            return &platforms[i];
    return &platforms[0];
}

static const struct target *find_target(const struct properties *properties)
{
    const char *name = value_of(properties, "TargetVersion");

    for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++)
        if (strcasecmp(targets[i].name, name) == 0)
            return &targets[i];
    return &targets[0];
}

static const char *self(const char *name, struct arena *arena)
{
    return arena_format(arena, "$(%s)", name);
}

void kit_set_macros(struct properties *properties)
{
    struct arena *arena = properties_arena(properties);

    for (size_t i = 0; i < sizeof(macros) / sizeof(*macros); i++)
        properties_set(properties, macros[i].name,
                       macros[i].value ? macros[i].value
                                       : self(macros[i].name, arena));
}

static void set_default(struct properties *properties, const char *name,
                        const char *value)
{
    if (*value_of(properties, name) == '\0')
        properties_set(properties, name, value);
}

static const char *extension_of(const struct properties *properties)
{
    const char *type = value_of(properties, "ConfigurationType");

    if (strcasecmp(type, "Driver") == 0)
        return ".sys";
    if (strcasecmp(type, "StaticLibrary") == 0)
        return ".lib";
    return strcasecmp(type, "DynamicLibrary") == 0 ? ".dll" : ".exe";
}

void kit_set_folders(struct arena *arena, struct properties *properties)
{
    const struct platform *platform = find_platform(properties);
    const char *configuration = value_of(properties, "Configuration");
    bool is_32 = strcmp(platform->name, "Win32") == 0;
    const char *below =
        arena_format(arena, "%s%s%s\\", is_32 ? "" : platform->name,
                     is_32 ? "" : "\\", configuration);

    set_default(properties, "PlatformShortName", platform->short_name);
    set_default(properties, "PlatformTarget", platform->short_name);
    set_default(properties, "PlatformArchitecture", is_32 ? "32" : "64");
    set_default(properties, "DDKPlatform", platform->short_name);
    set_default(properties, "_NT_TARGET_VERSION",
                find_target(properties)->version);
    set_default(properties, "IntDir", below);
    set_default(properties, "OutDir",
                arena_format(arena, "%s%s", value_of(properties, "SolutionDir"),
                             below));
    set_default(properties, "OutputPath", value_of(properties, "OutDir"));
    set_default(properties, "TargetName", value_of(properties, "ProjectName"));
    set_default(properties, "TargetExt", extension_of(properties));
}

bool kit_owns(const char *path)
{
    return strstr(path, "$(") != NULL;
}

bool kit_is_kernel(const struct properties *properties)
{
    const char *toolset = value_of(properties, "PlatformToolset");
    const char *type = value_of(properties, "ConfigurationType");

    return strncasecmp(toolset, "WindowsKernelMode", 17) == 0 ||
           strcasecmp(type, "Driver") == 0;
}

static void define(struct arena *arena, const char *name, const char *value,
                   struct words *arguments)
{
    vec_push(arena, arguments, arena_format(arena, "/D%s=%s", name, value));
}

/* The newest version is what the kit takes where the project says nothing. */
static const char *framework_minor(const struct properties *properties)
{
    const char *minor = value_of(properties, "KMDF_VERSION_MINOR");

    return *minor != '\0' ? minor : "15";
}

static const char *framework_major(const struct properties *properties)
{
    const char *major = value_of(properties, "KMDF_VERSION_MAJOR");

    return *major != '\0' ? major : "1";
}

static bool is_framework(const struct properties *properties)
{
    return strcasecmp(value_of(properties, "DriverType"), "KMDF") == 0;
}

void kit_add_arguments(struct arena *arena, const struct properties *properties,
                       struct words *arguments)
{
    const struct platform *platform = find_platform(properties);
    const struct target *target = find_target(properties);
    bool is_kernel = kit_is_kernel(properties);

    for (size_t i = 0; i < 6 && platform->arguments[i]; i++)
        vec_push(arena, arguments, platform->arguments[i]);
    if (!is_kernel)
        return;
    vec_push(arena, arguments, "/kernel");
    define(arena, "_WIN32_WINNT", target->version, arguments);
    define(arena, "WINVER", target->version, arguments);
    define(arena, "WINNT", "1", arguments);
    define(arena, "NTDDI_VERSION", target->ntddi, arguments);
    if (strcasecmp(value_of(properties, "UseDebugLibraries"), "true") == 0)
        define(arena, "DBG", "1", arguments);
    if (!is_framework(properties))
        return;
    define(arena, "KMDF_VERSION_MAJOR", framework_major(properties), arguments);
    define(arena, "KMDF_VERSION_MINOR", framework_minor(properties), arguments);
}

/* NDIS640 or NDIS640=1 asks for that version of the interface. */
static const char *network_version(struct arena *arena, const char *definitions)
{
    struct words names = { 0 };

    if (definitions)
        expand_list(arena, definitions, &names);
    vec_each (const char *, name, &names) {
        const char *digits = *name + 4;
        size_t length = strspn(digits, "0123456789");
        if (strncmp(*name, "NDIS", 4) == 0 && length >= 2 &&
            (digits[length] == '\0' || digits[length] == '='))
            return arena_format(arena, "NDIS %c.%.*s", digits[0],
                                (int)length - 1, digits + 1);
    }
    return NULL;
}

const char *kit_driver_kind(struct arena *arena,
                            const struct properties *properties,
                            const char *definitions)
{
    const char *type = value_of(properties, "DriverType");
    const char *network = network_version(arena, definitions);

    if (is_framework(properties))
        type = arena_format(arena, "KMDF %s.%s", framework_major(properties),
                            framework_minor(properties));
    else if (*type == '\0')
        type = "WDM";
    return network ? arena_format(arena, "%s, %s", type, network) : type;
}

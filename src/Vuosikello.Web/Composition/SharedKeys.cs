using Microsoft.AspNetCore.DataProtection;

namespace Vuosikello.Web.Composition;

/// <summary>
/// The keys that protect sessions and forms: in the data folder, or in the folder that the setting <c>DataProtection:KeyFolder</c> names. Instances
/// behind one address share such a folder, so that who signs in on one is signed in on all, and a form of one can be sent to another.
/// Whoever can read the folder can sign in as anybody.
/// </summary>
internal static class SharedKeys
{
    public const string Setting = "DataProtection:KeyFolder";

    public static void AddSharedKeys(this IServiceCollection services, IConfiguration settings, DataFolder folder)
    {
        string keys = settings[Setting] is { Length: > 0 } shared ? Path.GetFullPath(shared) : Path.Combine(folder.Path, "keys");
        // The same name on all instances, wherever each is installed: it is part of what keys protect.
        services.AddDataProtection().SetApplicationName("vuosikello").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }
}

using Microsoft.Extensions.Configuration;

namespace Vuosikello.Accounts.Database;

/// <summary>Where the accounts are kept.</summary>
/// <param name="Folder">The data folder, absolute. The embedded database is <c>accounts.db</c> in it.</param>
/// <param name="ConnectionString">Of a PostgreSQL database, from the setting <c>Accounts:ConnectionString</c>; null for the embedded one.</param>
public sealed record AccountsSettings(string Folder, string? ConnectionString)
{
    public string File => Path.Combine(Folder, "accounts.db");

    public static AccountsSettings From(IConfiguration settings, string folder) =>
        new(folder, settings["Accounts:ConnectionString"] is { Length: > 0 } chosen ? chosen : null);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vuosikello.Web.Backup;

/// <summary>What is in a backup: by it a restore knows that all is there and as it was written.</summary>
/// <param name="Format">1. A program refuses what a newer one wrote.</param>
/// <param name="Made">When, UTC, ISO 8601.</param>
/// <param name="Program">The version that made it.</param>
/// <param name="Events">How many events the log has.</param>
/// <param name="Position">Of the last one.</param>
/// <param name="Hash">Of the whole log; <c>verify --head</c> finds it.</param>
/// <param name="Persons">How many are in the accounts; null where these are in PostgreSQL, and so are not in the backup.</param>
/// <param name="AccountsForm">The last change of the accounts' form.</param>
/// <param name="Files">Every file but this one.</param>
public sealed record BackupManifest(
    int Format, string Made, string Program, long Events, long Position, string Hash, long? Persons, string? AccountsForm, IReadOnlyList<BackedUpFile> Files)
{
    /// <summary>The format that this program writes, and the latest that it reads.</summary>
    public const int Latest = 1;

    public const string Name = "manifest.json";

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.BackupManifest));

    /// <exception cref="UnusableBackupException">There is none, or it cannot be read.</exception>
    public static BackupManifest Read(string folder)
    {
        string file = Path.Combine(folder, Name);
        if (!File.Exists(file)) throw new UnusableBackupException($"There is no {Name} in {folder}, so it is no backup of Vuosikello. Name the folder of one backup.");
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(file), ManifestJson.Default.BackupManifest) ?? throw new JsonException("it is empty");
            return read.Format <= Latest ? read : throw new UnusableBackupException($"The backup in {folder} was made by a newer version of Vuosikello ({read.Program}). Restore it with that version.");
        }
        catch (JsonException damaged)
        {
            throw new UnusableBackupException($"{file} cannot be read: {damaged.Message}");
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its path in the backup, with slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackedUpFile(string Name, long Octets, string Sha256);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>What was named is no backup that can be used. The message says why, and what to do.</summary>
public sealed class UnusableBackupException(string message) : Exception(message);

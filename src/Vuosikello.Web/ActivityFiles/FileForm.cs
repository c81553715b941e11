using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Vuosikello.Domain;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>What a form of the import sends.</summary>
/// <param name="File">The file, uploaded or carried by the form; null where there is none.</param>
/// <param name="Name">What the file is called, for people.</param>
/// <param name="Language">The language of its texts; null for that of its headings.</param>
public sealed record FileForm(byte[]? File, string Name, string? Language)
{
    private const int LongestName = 200;
    private const int LongestForm = 2 * CarriedFile.MostCharacters;

    /// <summary>Up to here a request is heard out, so that whoever sends too much gets an answer and not a broken connection; in octets.</summary>
    public const int LongestRequest = 30_000_000;

    // A box for each row and each field: more than forms usually have. In memory all through: nothing of the file comes to a disk.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 12 * FileLimits.Rows,
        ValueLengthLimit = CarriedFile.MostCharacters,
        BufferBodyLengthLimit = LongestForm,
        MultipartBodyLengthLimit = LongestForm,
        MemoryBufferThreshold = LongestForm,
    };

    public IReadOnlyDictionary<ActivityId, long> Rows { get; init; } = new Dictionary<ActivityId, long>();
    public IReadOnlySet<string> Instead { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    public ImportCount Before { get; init; } = new(0, 0, 0);

    /// <summary>True when more was sent than may be.</summary>
    public bool TooLarge { get; init; }

    /// <returns>Null when the form was not made by a page of ours for this member.</returns>
    public static async Task<FileForm?> Read(HttpContext http, IAntiforgery antiforgery)
    {
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            return Of(form, await Octets(form, http.RequestAborted));
        }
        catch (AntiforgeryValidationException)
        {
            return null;
        }
        catch (Exception tooMuch) when (tooMuch is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new FileForm(null, "", null) { TooLarge = true };
        }
    }

    private static FileForm Of(IFormCollection form, byte[]? file)
    {
        string name = form.Files["file"]?.FileName ?? form["name"].ToString();
        string language = form["language"].ToString();
        return new(file, name.Length > LongestName ? name[..LongestName] : name, LanguageSetup.All.Contains(language) ? language : null)
        {
            Rows = Chosen(form["row"]),
            Instead = form["instead"].OfType<string>().ToHashSet(StringComparer.Ordinal),
            Before = new(Number(form, "added"), Number(form, "changed"), Number(form, "failed")),
            TooLarge = form.Files["file"] is { Length: > FileLimits.Octets },
        };
    }

    private static async Task<byte[]?> Octets(IFormCollection form, CancellationToken ct)
    {
        if (form.Files["file"] is not { Length: > 0 } uploaded) return CarriedFile.Unpack(form["carried"].ToString());
        if (uploaded.Length > FileLimits.Octets) return null;
        using var octets = new MemoryStream((int)uploaded.Length);
        await uploaded.CopyToAsync(octets, ct);
        return octets.ToArray();
    }

    /// <summary>Reads what <see cref="RowValue"/> wrote.</summary>
    internal static Dictionary<ActivityId, long> Chosen(IEnumerable<string?> values)
    {
        var rows = new Dictionary<ActivityId, long>();
        foreach (string? value in values)
        {
            string[] parts = (value ?? "").Split(':');
            if (parts.Length == 2 && Guid.TryParse(parts[0], out var id) && long.TryParse(parts[1], out long version)) rows[new ActivityId(id)] = version;
        }
        return rows;
    }

    /// <summary>A row as a box of the form names it: the activity and the version of it that is shown.</summary>
    internal static string RowValue(ActivityId activity, long version) => FormattableString.Invariant($"{activity}:{version}");

    private static int Number(IFormCollection form, string name) => int.TryParse(form[name], out int number) && number is >= 0 and <= FileLimits.Rows ? number : 0;
}

/// <summary>How many rows of a file came in.</summary>
public readonly record struct ImportCount(int Added, int Changed, int Failed)
{
    public ImportCount With(IEnumerable<TakenRow> rows)
    {
        var count = this;
        foreach (var row in rows)
        {
            if (!row.IsDone) count = count with { Failed = count.Failed + 1 };
            else if (row.Outcome is null) continue;
            else count = row.IsNew ? count with { Added = count.Added + 1 } : count with { Changed = count.Changed + 1 };
        }
        return count;
    }
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vuosikello.Events.Proof;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Proof;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>verify</c>: checks an export, which needs nothing but the file, or a whole log: of a stopped server, or in a cluster that others may use meanwhile.</summary>
public static partial class Verify
{
    /// <summary>An event does not fit, or the noted hash is not there.</summary>
    public const int DoesNotFit = 1;

    /// <summary>What was named cannot be read.</summary>
    public const int CannotRead = 2;

    private static readonly ResourceManagerStringLocalizerFactory AllTexts = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
    private static readonly IStringLocalizer Texts = AllTexts.Create(typeof(ProofTexts));

    /// <param name="store">A data folder or a connection string.</param>
    /// <param name="noted">A hash that somebody noted elsewhere.</param>
    /// <param name="others">Words that the verb does not know: a mistyped <c>--head</c> must not look as if it had been heeded.</param>
    public static async Task<int> Run(string? file, string? dataFolder, string? store, string? noted, IReadOnlyList<string> others, CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = LanguageSetup.Culture("en");
        string? unknown = file?.StartsWith('-') is true ? file : others.FirstOrDefault();
        if (unknown is not null) return await Say(CannotRead, $"'{unknown}' is not known here. 'vuosikello verify --help' tells what is.");
        if (new[] { file, dataFolder, store }.Count(named => named is not null) > 1) return await Say(CannotRead, "Name either a file or a data folder or a store, only one of them.");
        EventHash? hash = null;
        if (noted is not null)
        {
            if (!EventHash.TryParse(noted, out var parsed)) return await Say(CannotRead, Texts["NotAHash", noted]);
            hash = parsed;
        }
        return await (file is null ? Log(dataFolder, store, hash, ct) : OfFile(file, hash, ct));
    }

    private static async Task<int> OfFile(string file, EventHash? noted, CancellationToken ct)
    {
        Export export;
        try
        {
            export = ExportReader.Read(await File.ReadAllBytesAsync(file, ct));
        }
        catch (Exception problem) when (problem is UnreadableExportException or IOException or UnauthorizedAccessException)
        {
            return await Say(CannotRead, $"{file} cannot be checked: {problem.Message.TrimEnd('.')}.");
        }

        var words = Words(export);
        var findings = ExportCheck.Check(export, noted, new ConsoleProgress(), ct: ct);
        if (findings.First is { } misfit) return await Say(DoesNotFit, words.Of(misfit));
        Console.WriteLine(Texts["Fits", findings.Events]);
        foreach (var stream in export.Streams) Console.WriteLine($"  {words.Of(stream.Head.Stream)}: event {stream.Head.Version}, hash {stream.Head.Hash} (stream {stream.Head.Stream})");
        return await Noted(noted, findings.Noted, words);
    }

    internal static string WordsOf(Misfit misfit) => Words(null).Of(misfit);

    private static ProofWords Words(Export? export) => new(Texts, AllTexts.Create(typeof(HistoryTexts)), export);

    private static async Task<int> Noted(EventHash? noted, ChainHead? found, ProofWords words)
    {
        if (noted is not { } hash) return StartFailure.None;
        if (found is null) return await Say(DoesNotFit, words.OfNoted(hash, found));
        Console.WriteLine(words.OfNoted(hash, found));
        return StartFailure.None;
    }

    private static async Task<int> Say(int code, string message)
    {
        await Console.Error.WriteLineAsync($"vuosikello: {message}");
        return code;
    }

    /// <summary>Says at once, in order: what a command line shows must not come after its end.</summary>
    private sealed class ConsoleProgress : IProgress<long>
    {
        public void Report(long value) => Console.WriteLine($"{value} events checked");
    }
}

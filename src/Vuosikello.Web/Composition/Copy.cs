using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Vuosikello.Events;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>copy</c>: copies a whole log from one place to another. No server may write to either meanwhile.</summary>
public static partial class Copy
{
    /// <summary>The words after the verb do not say what to copy where (EX_USAGE).</summary>
    public const int Misused = 64;

    /// <summary>Where the copy goes there is something else than the beginning of the log (EX_SOFTWARE).</summary>
    public const int Differs = Rebuild.Differs;

    /// <summary>Ctrl-C, or the operating system asked it to end.</summary>
    public const int Interrupted = 130;

    /// <param name="fromPrefix">Begins our streams in the cluster that is copied; null for the setting's.</param>
    /// <param name="toPrefix">Begins our streams in the cluster that the copy goes to; null for the setting's.</param>
    public static async Task<int> Run(string from, string? fromPrefix, string to, string? toPrefix, CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = LanguageSetup.Culture("en");
        var settings = Rebuild.Settings(null);
        if (!TryPlace(from, "--from", fromPrefix, settings, out var original, out string? wrong) || !TryPlace(to, "--to", toPrefix, settings, out var copy, out wrong))
            return await Say(Misused, wrong);
        if (Overlap(original, copy) is { } why) return await Say(Misused, why);
        await WarnOfPassword(from, to);
        return await Run(original, copy, ct);
    }

    private static async Task<int> Run(StorePlace original, StorePlace copy, CancellationToken ct)
    {
        LogCopy? copying = null;
        var progress = new ProgressLine(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
        try
        {
            await using var source = original.OpenToRead();
            if (await source.Log.End(ct) == Position.Start)
                return await Say(Misused, $"There is no event in {original.Words}, so there is nothing to copy.{(original is StorePlace.InCluster ? " See whether the streams' prefix is the server's." : "")}");

            await using var target = copy.OpenToWrite();
            copying = new LogCopy(source.Log, target.Log, original.PositionsFollow);
            var copied = await copying.Run(progress, ct);
            progress.Close();
            Conclude(copied, original, copy);
            return StartFailure.None;
        }
        catch (OriginalDoesNotFitException damaged)
        {
            progress.Close();
            return await Stopped(StartFailure.Damaged, $"{original.Words} is not as it was written. {Verify.WordsOf(damaged.Misfit)} Nothing from it on was copied. Find out what happened to it; 'vuosikello verify' names the same event.", copying, copy);
        }
        catch (NotACopyException other)
        {
            progress.Close();
            return await Say(Differs, $"There is something else in {copy.Words} than the beginning of {original.Words}, so nothing more was written there. {other.Message} Choose an empty place. If both were exchanged, exchange --from and --to.");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            progress.Close();
            return await Stopped(Interrupted, "Stopped.", copying, copy);
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            progress.Close();
            return await Stopped(code, message, copying, copy);
        }
    }

    private static bool TryPlace(
        string word, string option, string? prefix, IConfiguration settings, [NotNullWhen(true)] out StorePlace? place, [NotNullWhen(false)] out string? wrong)
    {
        (place, wrong) = (null, null);
        try
        {
            place = StorePlace.Parse(word, settings, prefix);
            return true;
        }
        catch (StoreUnavailableException problem)
        {
            wrong = $"{option}: {problem.Message}";
            return false;
        }
    }

    /// <summary>Why the two cannot be copied to each other; null when they can.</summary>
    private static string? Overlap(StorePlace original, StorePlace copy) => (original, copy) switch
    {
        (StorePlace.InFolder a, StorePlace.InFolder b) when a.Folder.TrimEnd(Path.DirectorySeparatorChar) == b.Folder.TrimEnd(Path.DirectorySeparatorChar) =>
            "--from and --to are the same folder.",
        (StorePlace.InCluster a, StorePlace.InCluster b) when a.Hosts.Split(',').Intersect(b.Hosts.Split(','), StringComparer.OrdinalIgnoreCase).Any() => Overlap(a.Options.StreamPrefix, b.Options.StreamPrefix),
        _ => null,
    };

    private static string? Overlap(string from, string to) =>
        from == to ? "--from and --to are the same cluster with the same prefix of streams. Name another one with --to-prefix."
        : from.StartsWith(to, StringComparison.Ordinal) || to.StartsWith(from, StringComparison.Ordinal) ? $"In one cluster, the prefix '{from}' and the prefix '{to}' cannot be told apart: one begins with the other. Choose another with --to-prefix."
        : null;

    private static async Task WarnOfPassword(params string[] words)
    {
        if (words.Any(word => word.Contains("://", StringComparison.Ordinal) && word.Contains('@', StringComparison.Ordinal)))
            await Console.Error.WriteLineAsync("vuosikello: Others on this machine can see the password while the command runs, and the shell may keep it. Put the connection string into an environment variable and say env:NAME instead.");
    }

    private static async Task<int> Stopped(int code, string message, LogCopy? copying, StorePlace copy)
    {
        string place = copying is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $" So far the first {copying.InCopy:N0} events of the log are known to be in {copy.Words}, in their order. The same command goes on from there.");
        return await Say(code, message + place);
    }

    private static async Task<int> Say(int code, string message)
    {
        string line = message.StartsWith("vuosikello: ", StringComparison.Ordinal) ? message : $"vuosikello: {message}";
        await Console.Error.WriteLineAsync(line);
        return code;
    }
}

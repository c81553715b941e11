using Microsoft.Extensions.Localization;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Proof;

/// <summary>What a check found, as sentences.</summary>
public static class MisfitInWords
{
    /// <summary>Which event does not fit, and why.</summary>
    public static string Of(Misfit misfit, IStringLocalizer texts) => $"{Which(misfit, texts)} {Why(misfit, texts)}";

    public static string Which(Misfit misfit, IStringLocalizer texts) => texts["Misfit", misfit.Stream, misfit.Version, misfit.Type];

    public static string Why(Misfit misfit, IStringLocalizer texts) => texts[$"Misfit.{misfit.Reason}", misfit.Expected];

    /// <summary>All that there is to say of a checked file.</summary>
    public static IEnumerable<string> Of(ProofAnswer answer, IStringLocalizer texts)
    {
        if (answer.Findings.First is { } misfit)
        {
            yield return Which(misfit, texts);
            yield return Why(misfit, texts);
            yield break;
        }
        yield return texts["Fits", answer.Findings.Events];
        if (answer.Noted is { } noted) yield return OfNoted(noted, answer.Findings.Noted, texts);
    }

    /// <summary>What became of the hash that somebody noted.</summary>
    public static string OfNoted(EventHash noted, ChainHead? found, IStringLocalizer texts) =>
        found is { } head ? texts["NotedFound", head.Stream, head.Version] : texts["NotedMissing", noted];
}

using System.Globalization;
using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Rules;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Past;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Compare;

/// <summary>What the sides of a comparison are called.</summary>
public sealed class SideWords(Texts texts)
{
    private static string Language => LanguageSetup.Current;

    public string Draft => texts.Past["SideDraft"];

    public string Now => texts.Past["Now"];

    /// <summary>The version that is what now stands: in force, over, or before the parties.</summary>
    public string VersionNow(string version, string state) => texts.Past["SideVersionNow", version, state];

    /// <inheritdoc cref="VersionNow(string, string)" />
    public string InForceNow(RulesVersion version) => VersionNow(version.ToString(), texts.Past["SideInForce"]);

    /// <summary>An agreement's state is told in the words of its own page.</summary>
    public string VersionNow(AgreementVersion version, Agreement agreement) =>
        VersionNow(version.Number.ToString(CultureInfo.InvariantCulture), Lower(texts.Agreement[$"State.{AgreementLooks.Of(version, agreement)}"]));

    private static string Lower(string word) => char.ToLower(word[0], CultureInfo.CurrentCulture) + word[1..];

    public string Version(string version, Instant since) => texts.Past["SideVersion", version, TimeInWords.At(since, Language)];

    /// <param name="moment">When.</param>
    /// <param name="version">The version that stood then; null for the draft.</param>
    /// <param name="there">False when nothing stood then.</param>
    public string Moment(PastMoment moment, string? version, bool there)
    {
        string when = TimeInWords.At(moment.Local, Language);
        return !there ? texts.Past["SideNotThere", when] : version is null ? texts.Past["SideDraftAt", when] : texts.Past["SideVersionAt", when, version];
    }

    /// <summary>Of what has no versions.</summary>
    public string Of(Side side, bool there)
    {
        string when = side.Moment is { } moment ? TimeInWords.At(moment.Local, Language) : Now;
        return there ? when : texts.Past["SideNotThere", when];
    }
}

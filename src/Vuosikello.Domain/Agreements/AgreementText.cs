using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>
/// The canonical text of an agreement's version: everything that the parties sign and nothing else, in all languages. The text
/// that was frozen is kept with the version, so that a later form of it changes no hash that was signed.
/// </summary>
public static class AgreementText
{
    private const int Form = 1;

    private static readonly string FirstLine = new CanonicalText("agreement", Form).ToString();

    /// <summary>Whether a frozen text is of a form that <see cref="Of"/> writes, so that it can be made anew and compared; an older form joins the list when there is one.</summary>
    public static bool IsOfKnownForm(string text) => text.StartsWith(FirstLine, StringComparison.Ordinal);

    /// <param name="id">Whose text.</param>
    /// <param name="number">Of the version.</param>
    /// <param name="content">What is agreed.</param>
    /// <param name="parties">What the parties are called; empty while nothing is frozen.</param>
    public static string Of(AgreementId id, int number, AgreementContent content, ValueList<NamedParty> parties)
    {
        var text = new CanonicalText("agreement", Form)
            .Line("id", id.ToString())
            .Line("version", number)
            .Line("kind", content.Kind == AgreementKind.Framework ? "framework" : "partnership")
            .Line("under", content.Under?.ToString())
            .Line("title", content.Title);
        AddParties(text, content.Parties, parties);
        AddTerm(text, content);
        for (int i = 0; i < content.Clauses.Count; i++) Add(text, $"clause {i + 1}", content.Clauses[i]);
        for (int i = 0; i < content.Rules.Count; i++) Add(text, $"rules {i + 1}", content.Rules[i]);
        for (int i = 0; i < content.Commitments.Count; i++) Add(text, $"commitment {i + 1}", content.Commitments[i]);
        for (int i = 0; i < content.Attachments.Count; i++) Add(text, $"attachment {i + 1}", content.Attachments[i]);
        return text.ToString();
    }

    private static void AddParties(CanonicalText text, ValueList<PartnerId> parties, ValueList<NamedParty> named)
    {
        for (int i = 0; i < parties.Count; i++)
        {
            text.Line($"party {i + 1} id", parties[i].Value);
            foreach (var party in named)
                if (party.Id == parties[i]) text.Line($"party {i + 1} name", party.Name);
        }
    }

    private static void AddTerm(CanonicalText text, AgreementContent content)
    {
        text.Line("from", content.Term.From).Line("until", content.Term.Until);
        if (content.Term.RenewedByMonths is { } months) text.Line("renewed by months", months);
        if (content.Notice is { } notice) text.Line(notice.Unit == NoticeUnit.Months ? "notice in months" : "notice in days", notice.Count);
        text.Line("amended from", content.AmendedFrom);
    }

    private static void Add(CanonicalText text, string key, AgreementClause clause) =>
        text.Line($"{key} id", clause.Id.ToString()).Line($"{key} title", clause.Title).Line($"{key} text", clause.Text);

    private static void Add(CanonicalText text, string key, RulesReference rules) =>
        text.Line($"{key} year", rules.Version.Year).Line($"{key} number", rules.Version.Ordinal).Line($"{key} hash", rules.Hash);

    private static void Add(CanonicalText text, string key, Commitment commitment)
    {
        text.Line($"{key} id", commitment.Id.ToString()).Line($"{key} by", commitment.By.Value).Line($"{key} what", commitment.What);
        if (commitment.Due.Year is { } year) text.Line($"{key} year", year);
        text.Line($"{key} month", commitment.Due.Month).Line($"{key} day", commitment.Due.Day);
        foreach (var activity in commitment.Activities) text.Line($"{key} activity", activity.ToString());
    }

    private static void Add(CanonicalText text, string key, Attachment attachment) =>
        text.Line($"{key} title", attachment.Title).Line($"{key} link", attachment.Link).Line($"{key} checksum", attachment.Sha256);
}

using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>What an agreement's text has to fulfil. Only what changed is compared with other aggregates: nobody has to mend what others made impossible.</summary>
internal static class ContentRules
{
    public const int ClauseLimit = 500, SectionLimit = 200, ReasonLimit = 5_000;
    private const int TextLimit = 100_000, CommitmentTextLimit = 5_000, PartyLimit = 500, RulesLimit = 50, CommitmentLimit = 500, AttachmentLimit = 200;
    private const int FirstYear = 1900, LastYear = 2999, LongestRenewal = 1_200, LongestNotice = 3_650;

    /// <param name="before">What stood until now; null for a new agreement.</param>
    /// <param name="bound">Whom the version in force binds: they can be parties again, also after leaving the partnership.</param>
    public static IEnumerable<Problem> Broken(
        AgreementId id, AgreementContent content, AgreementContent? before, AgreementSurroundings around, IEnumerable<PartnerId>? bound = null) =>
    [
        .. Texts.Required(content.Title, AgreementFields.Title, Texts.NameLimit),
        .. before is not null && before.Under == content.Under ? [] : Under(id, content.Under, around),
        .. Parties(content.Parties),
        .. Strangers(content.Parties.Except(before?.Parties ?? []).Except(bound ?? []), around),
        .. Term(content.Term),
        .. content.Notice is { } notice ? Texts.Within(notice.Count, 0, LongestNotice, AgreementFields.Notice) : [],
        .. content.AmendedFrom is { } from ? Texts.Within(from.Year, FirstYear, LastYear, AgreementFields.AmendedFrom) : [],
        .. content.Clauses.Equals(before?.Clauses) ? [] : Clauses(content.Clauses),
        .. Rules(content.Rules, before?.Rules ?? [], around),
        .. Commitments(content, before?.Commitments ?? [], around),
        .. Attachments(content.Attachments),
    ];

    public static IEnumerable<Problem> Broken(AgreementClause clause) =>
    [
        .. Texts.Optional(clause.Title, "title", Texts.NameLimit),
        .. Texts.Required(clause.Text, "text", TextLimit),
    ];

    /// <summary>The first day of an amendment, which has to be one of the agreement; one that renews itself goes on after its last day.</summary>
    public static IEnumerable<Problem> Broken(LocalDate? amendedFrom, Agreement state) =>
        amendedFrom is { } from && state.LastDay is { } last && from > last && (state.Notice is not null || state.Current?.Content.Term.RenewedByMonths is null)
            ? [new Problem(ProblemCodes.AmendmentAfterEnd, AgreementFields.AmendedFrom, [Texts.Iso(from), Texts.Iso(last)])]
            : amendedFrom is { } day ? Texts.Within(day.Year, FirstYear, LastYear, AgreementFields.AmendedFrom) : [];

    /// <summary>What a draft lacks before it can be laid before the parties.</summary>
    public static IEnumerable<Problem> Unready(Agreement state, AgreementSurroundings around, LocalDate today)
    {
        var draft = state.Draft;
        return
        [
            .. draft.Clauses.Count + draft.Rules.Count > 0 ? Array.Empty<Problem>() : [new Problem(ProblemCodes.NothingAgreed, "clauses")],
            // whom the version in force binds can go on, also after leaving the partnership
            .. Strangers(draft.Parties.Except(state.Current?.Content.Parties ?? []), around),
            .. draft.Term.Until is { } until && until < today ? new[] { new Problem(ProblemCodes.TermIsOver, AgreementFields.Term, [Texts.Iso(until)]) } : [],
            .. draft.NeverEnds() ? new[] { new Problem(ProblemCodes.NoticePeriodNeeded, AgreementFields.Notice) } : [],
            .. Strange(draft.Commitments.Where(c => !draft.Parties.Contains(c.By))),
            .. Rules(draft.Rules, [], around),
            .. FirstDay(state),
        ];
    }

    private static IEnumerable<Problem> FirstDay(Agreement state)
    {
        if (state.Draft is not { AmendedFrom: { } from, Term: var term }) return [];
        if (state.InForce is null) return [new Problem(ProblemCodes.NothingToAmend, AgreementFields.AmendedFrom)];
        if (from < term.From) return [new Problem(ProblemCodes.AmendmentBeforeStart, AgreementFields.AmendedFrom, [Texts.Iso(from), Texts.Iso(term.From)])];
        return from > term.Until ? [new Problem(ProblemCodes.AmendmentAfterEnd, AgreementFields.AmendedFrom, [Texts.Iso(from), Texts.Iso(term.Until.Value)])] : Broken(from, state);
    }

    private static IEnumerable<Problem> Under(AgreementId id, AgreementId? under, AgreementSurroundings around) =>
        under is not { } framework || (framework != id && around.Framework is { Draft.Kind: AgreementKind.Framework } found && found.Id == framework)
            ? []
            : [new Problem(ProblemCodes.NoSuchFramework, AgreementFields.Under, [framework.Slug])];

    private static IEnumerable<Problem> Parties(ValueList<PartnerId> parties) =>
    [
        .. parties.Count < 2 ? new[] { new Problem(ProblemCodes.TooFewParties, AgreementFields.Parties) } : [],
        .. Texts.Few(parties, PartyLimit, AgreementFields.Parties),
        .. Texts.Once(parties, AgreementFields.Parties),
    ];

    private static IEnumerable<Problem> Strangers(IEnumerable<PartnerId> parties, AgreementSurroundings around) =>
        parties.Where(party => !around.Partnership!.Partners.ContainsKey(party.Value))
            .Select(party => new Problem(ProblemCodes.NoSuchPartner, AgreementFields.Parties, [party.Value]));

    private static IEnumerable<Problem> Term(AgreementTerm term) =>
    [
        .. Texts.Within(term.From.Year, FirstYear, LastYear, AgreementFields.Term),
        .. term.Until is { } last ? Texts.Within(last.Year, FirstYear, LastYear, AgreementFields.Term) : [],
        .. term.Until < term.From ? new[] { new Problem(ProblemCodes.EndBeforeStart, AgreementFields.Term, [Texts.Iso(term.From), Texts.Iso(term.Until.Value)]) } : [],
        .. term.RenewedByMonths is { } months ? Texts.Within(months, 1, LongestRenewal, AgreementFields.Term) : [],
        .. term is { RenewedByMonths: not null, Until: null } ? new[] { new Problem(ProblemCodes.RenewalNeedsEnd, AgreementFields.Term) } : [],
    ];

    private static IEnumerable<Problem> Clauses(ValueList<AgreementClause> clauses) =>
    [
        .. Texts.Few(clauses, ClauseLimit, "clauses"),
        .. Texts.Once(clauses.Select(clause => clause.Id).ToValueList(), "clauses"),
        .. clauses.SelectMany(Broken).Select(problem => problem with { Field = "clauses" }),
    ];

    private static IEnumerable<Problem> Rules(ValueList<RulesReference> rules, ValueList<RulesReference> before, AgreementSurroundings around) =>
    [
        .. Texts.Few(rules, RulesLimit, AgreementFields.Rules),
        .. Texts.Once(rules.Select(rule => $"{Texts.Iso(rule.Version.Year)}/{Texts.Iso(rule.Version.Ordinal)}").ToValueList(), AgreementFields.Rules),
        .. rules.Where(rule => !before.Contains(rule) && !around.Rules.Contains(rule))
            .Select(rule => new Problem(ProblemCodes.NoSuchRulesVersion, AgreementFields.Rules, [Texts.Iso(rule.Version.Year), Texts.Iso(rule.Version.Ordinal)])),
    ];

    private static IEnumerable<Problem> Commitments(AgreementContent content, ValueList<Commitment> before, AgreementSurroundings around)
    {
        var changed = content.Commitments.Where(commitment => !before.Contains(commitment)).ToArray();
        return
        [
            .. Texts.Few(content.Commitments, CommitmentLimit, AgreementFields.Commitments),
            .. Texts.Once(content.Commitments.Select(commitment => commitment.Id).ToValueList(), AgreementFields.Commitments),
            .. Strange(changed.Where(commitment => !content.Parties.Contains(commitment.By))),
            .. changed.SelectMany(commitment => Texts.Required(commitment.What, AgreementFields.Commitments, CommitmentTextLimit)),
            .. changed.Where(commitment => !IsDay(commitment.Due)).Select(commitment => new Problem(ProblemCodes.NoSuchDay, AgreementFields.Commitments,
                [Texts.Iso(commitment.Due.Day), Texts.Iso(commitment.Due.Month)])),
            .. changed.SelectMany(commitment => commitment.Activities).Where(activity => !around.Activities.Contains(activity)).Distinct()
                .Select(_ => new Problem(ProblemCodes.NoSuchActivityHere, AgreementFields.Commitments)),
        ];
    }

    private static IEnumerable<Problem> Strange(IEnumerable<Commitment> commitments) =>
        commitments.Select(commitment => new Problem(ProblemCodes.CommitmentNotByParty, AgreementFields.Commitments, [commitment.By.Value]));

    private static bool IsDay(CommitmentDue due) =>
        due is { Month: >= 1 and <= 12, Day: >= 1, Year: null or (>= FirstYear and <= LastYear) }
        // a leap year stands in for every year
        && due.Day <= CalendarSystem.Iso.GetDaysInMonth(due.Year ?? 2000, due.Month);

    private static IEnumerable<Problem> Attachments(ValueList<Attachment> attachments) =>
    [
        .. Texts.Few(attachments, AttachmentLimit, AgreementFields.Attachments),
        .. attachments.SelectMany(attachment => Texts.Required(attachment.Title, AgreementFields.Attachments, Texts.NameLimit)),
        .. attachments.SelectMany(attachment => Texts.Link(attachment.Link, AgreementFields.Attachments)),
        .. attachments.Where(attachment => attachment.Sha256.Length != 64 || !attachment.Sha256.All(char.IsAsciiHexDigitLower))
            .Select(attachment => new Problem(ProblemCodes.ChecksumInvalid, AgreementFields.Attachments, [attachment.Sha256])),
    ];
}

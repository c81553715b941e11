using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Makes the draft a version, in force from now on. The draft goes on from it.</summary>
/// <param name="Year">Under which it is numbered: the year, then <c>.2</c>, <c>.3</c> for a second and third of it.</param>
/// <param name="Hash">SHA-256 of the canonical text that was looked at, lower-case hexadecimal: exactly that is adopted or nothing.</param>
/// <param name="Decision">Who decided and where it is recorded, such as a meeting and its section; may be empty.</param>
public sealed record AdoptRules(PartnershipId Partnership, int Year, string Hash, LocalText Decision) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision Adopt(WorkingRules state, AdoptRules command)
    {
        string hash = CanonicalText.HashOf(state.Draft.Canonical(state.Partnership));
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. Texts.Within(command.Year, AnnualCycleDecider.FirstYear, AnnualCycleDecider.LastYear, "year"),
            .. Texts.Optional(command.Decision, "decision", ReasonLimit),
            .. state.Clauses.Count == 0 ? new[] { new Problem(ProblemCodes.NothingToAdopt) } : [],
            .. state.InForce is { } last && last.Version.Year > command.Year
                ? new[] { new Problem(ProblemCodes.AdoptedLaterAlready, "year", [Texts.Iso(command.Year), Texts.Iso(last.Version.Year)]) } : [],
            .. command.Hash == hash ? Array.Empty<Problem>() : [new Problem(ProblemCodes.DraftHasChanged, "hash")],
            .. state.InForce is { } same && same.Hash == hash ? new[] { new Problem(ProblemCodes.SameAsInForce, "", [same.Version.ToString()]) } : [],
        ];
        int ordinal = state.Adopted.Count(a => a.Version.Year == command.Year) + 1;
        return Domain.Decision.Unless(problems, () =>
            Domain.Decision.Accept(new RulesAdopted(new RulesVersion(command.Year, ordinal), hash, command.Decision)));
    }
}

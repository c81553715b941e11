namespace Vuosikello.Domain.Agreements;

/// <summary>Begins an agreement with a first text.</summary>
public sealed record DraftAgreement(AgreementId Agreement, AgreementContent Content) : IAgreementCommand;

public static partial class AgreementDecider
{
    private static Decision Draft(Agreement? state, DraftAgreement command, AgreementSurroundings around)
    {
        if (state is not null) return Decision.Refuse(new Problem(ProblemCodes.AgreementExists, "agreement", [command.Agreement.Slug]));
        IEnumerable<Problem> problems =
        [
            .. Texts.ShortName(command.Agreement.Slug, "agreement"),
            .. ContentRules.Broken(command.Agreement, command.Content, null, around),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AgreementDrafted(command.Agreement, command.Content)));
    }
}

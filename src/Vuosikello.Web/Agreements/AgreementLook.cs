using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Agreements;

/// <summary>The states that people tell apart, each with a mark of its own form, a colour and a word (<c>State.…</c>).</summary>
public enum AgreementLook
{
    Draft,
    InRound,
    Offered,
    Approved,
    Refused,
    Signed,
    InForce,
    Replaced,
    TakenBack,
    Terminated,
    Expired,
}

/// <summary>Which look what has.</summary>
public static class AgreementLooks
{
    /// <summary>The agreement as a whole.</summary>
    public static AgreementLook Of(Agreement agreement) => agreement.Standing switch
    {
        AgreementStanding.InForce => AgreementLook.InForce,
        AgreementStanding.Terminated => AgreementLook.Terminated,
        AgreementStanding.Expired => AgreementLook.Expired,
        _ => Of(agreement.Stage),
    };

    /// <summary>What is being made of it.</summary>
    public static AgreementLook Of(AgreementStage stage) => stage switch
    {
        AgreementStage.InCommentRound => AgreementLook.InRound,
        AgreementStage.Offered => AgreementLook.Offered,
        AgreementStage.Approved => AgreementLook.Approved,
        AgreementStage.Refused => AgreementLook.Refused,
        AgreementStage.Signed => AgreementLook.Signed,
        _ => AgreementLook.Draft,
    };

    /// <summary>One version of it.</summary>
    public static AgreementLook Of(AgreementVersion version, Agreement agreement) => version.Status switch
    {
        VersionStatus.InForce => AgreementLook.InForce,
        VersionStatus.Replaced => AgreementLook.Replaced,
        VersionStatus.TakenBack => AgreementLook.TakenBack,
        VersionStatus.Ended => Of(agreement),
        _ => Of(version.Stage),
    };
}

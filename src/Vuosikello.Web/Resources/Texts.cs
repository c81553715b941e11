using Microsoft.Extensions.Localization;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Resources;

/// <summary>The texts of the pages in the language of the request, one set of .resx files for each area (Finnish is the neutral one).</summary>
public sealed class Texts(
    IStringLocalizer<LayoutTexts> layout,
    IStringLocalizer<SignInTexts> signIn,
    IStringLocalizer<ErrorsTexts> errors,
    IStringLocalizer<BoardTexts> board,
    IStringLocalizer<ActivityTexts> activity,
    IStringLocalizer<SetupTexts> setup,
    IStringLocalizer<SubscribeTexts> subscribe,
    IStringLocalizer<HistoryTexts> history,
    IStringLocalizer<ProofTexts> proof,
    IStringLocalizer<PastTexts> past,
    IStringLocalizer<AgreementTexts> agreement,
    IStringLocalizer<ReviewTexts> review,
    IStringLocalizer<RoundTexts> round,
    IStringLocalizer<RulesTexts> rules,
    IStringLocalizer<GuestTexts> guest,
    IStringLocalizer<TokenTexts> token,
    IStringLocalizer<WaitingTexts> waiting,
    IStringLocalizer<ImportTexts> import,
    IStringLocalizer<LinkTexts> link,
    IStringLocalizer<MemberTexts> member,
    IStringLocalizer<PartnerTexts> partner,
    IStringLocalizer<PremisesTexts> premises,
    IStringLocalizer<InvitationTexts> invitation,
    IStringLocalizer<ProviderTexts> provider,
    IStringLocalizer<SecondStepTexts> secondStep,
    IStringLocalizer<AccountTexts> account,
    IStringLocalizer<LetterTexts> letter,
    IStringLocalizer<FirstStartTexts> firstStart,
    IStringLocalizer<AuditTexts> audit,
    IStringLocalizer<AccessTexts> access,
    IStringLocalizer<ErasureTexts> erasure,
    IStringLocalizer<WaysInTexts> waysIn,
    IStringLocalizer<ProblemsTexts> problems)
{
    public IStringLocalizer Layout { get; } = layout;
    public IStringLocalizer SignIn { get; } = signIn;
    public IStringLocalizer Errors { get; } = errors;
    public IStringLocalizer Board { get; } = board;
    public IStringLocalizer Activity { get; } = activity;
    public IStringLocalizer Setup { get; } = setup;
    public IStringLocalizer Subscribe { get; } = subscribe;
    public IStringLocalizer History { get; } = history;
    public IStringLocalizer Proof { get; } = proof;
    public IStringLocalizer Past { get; } = past;
    public IStringLocalizer Agreement { get; } = agreement;
    public IStringLocalizer Review { get; } = review;
    public IStringLocalizer Round { get; } = round;
    public IStringLocalizer Rules { get; } = rules;
    public IStringLocalizer Guest { get; } = guest;
    public IStringLocalizer Token { get; } = token;
    public IStringLocalizer Waiting { get; } = waiting;
    public IStringLocalizer Import { get; } = import;
    public IStringLocalizer Link { get; } = link;
    public IStringLocalizer Member { get; } = member;
    public IStringLocalizer Premises { get; } = premises;
    public IStringLocalizer Partner { get; } = partner;
    public IStringLocalizer Invitation { get; } = invitation;
    public IStringLocalizer Provider { get; } = provider;
    public IStringLocalizer SecondStep { get; } = secondStep;
    public IStringLocalizer Account { get; } = account;
    public IStringLocalizer Letter { get; } = letter;
    public IStringLocalizer FirstStart { get; } = firstStart;
    public IStringLocalizer Audit { get; } = audit;
    public IStringLocalizer Access { get; } = access;
    public IStringLocalizer Erasure { get; } = erasure;
    public IStringLocalizer WaysIn { get; } = waysIn;
    public IStringLocalizer Problems { get; } = problems;

    /// <summary>Why something was refused, in the language of the request.</summary>
    /// <remarks>A text for the code and the field, <c>code.field</c>, goes before the one for the code alone.</remarks>
    public string Of(Domain.Problem problem)
    {
        object[] arguments = [.. problem.Arguments.Select(argument => ArgumentInWords.Of(argument, LanguageSetup.Current))];
        var ofField = Problems[$"{problem.Code}.{problem.Field}", arguments];
        return ofField.ResourceNotFound ? Problems[problem.Code, arguments] : ofField;
    }
}

/// <summary>Header, footer, what every page has.</summary>
public sealed class LayoutTexts;

/// <summary>Signing in and out.</summary>
public sealed class SignInTexts;

/// <summary>Pages that say that something is not there or went wrong.</summary>
public sealed class ErrorsTexts;

/// <summary>The partnerships and the board.</summary>
public sealed class BoardTexts;

/// <summary>An activity, its form and its history.</summary>
public sealed class ActivityTexts;

/// <summary>The coordinator's pages: the year and the partnership.</summary>
public sealed class SetupTexts;

/// <summary>The calendar feeds.</summary>
public sealed class SubscribeTexts;

/// <summary>Agreements: the list, an agreement, its editor and its signing.</summary>
public sealed class AgreementTexts;

/// <summary>The working rules.</summary>
public sealed class RulesTexts;

/// <summary>What waits for a signed-in person, on the front page.</summary>
public sealed class WaitingTexts;

/// <summary>The reasons for refusals, by code.</summary>
public sealed class ProblemsTexts;

using System.Collections.Frozen;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Access;

/// <summary>What a view needs.</summary>
/// <param name="Command">Of <see cref="ViewNeed.Sender"/>: the command that it is a form of.</param>
public sealed record ViewRight(ViewNeed Need, Type? Command = null);

/// <summary>
/// Who may look at what: one table, beside that of the commands. <see cref="AccessHandler"/> asks it for every request before anything else does,
/// <see cref="Live.LiveHub"/> for every page that is opened over it. A view that is missing here cannot be seen by anybody.
/// </summary>
public static class ViewRights
{
    private static readonly FrozenDictionary<View, ViewRight> Table = new Dictionary<View, ViewRight>
    {
        [View.Front] = new(ViewNeed.Everybody),
        [View.SignIn] = new(ViewNeed.Everybody),
        [View.SignInLink] = new(ViewNeed.Holder),
        [View.DemoSignIn] = new(ViewNeed.Development),
        [View.SignOut] = new(ViewNeed.Everybody),
        [View.Account] = new(ViewNeed.Oneself),
        [View.FirstStart] = new(ViewNeed.Holder),
        [View.Administration] = Form<AppointAdministrator>(),
        [View.Audit] = Form<AppointAdministrator>(),
        [View.Proof] = new(ViewNeed.Everybody),
        [View.Health] = new(ViewNeed.Everybody),
        [View.Files] = new(ViewNeed.Everybody),
        [View.ApiDocument] = new(ViewNeed.Everybody),
        [View.DevelopmentMail] = new(ViewNeed.Development),
        [View.LiveConnection] = new(ViewNeed.Everybody),

        [View.Partnership] = new(ViewNeed.Onlooker),
        [View.Partners] = new(ViewNeed.Onlooker),
        [View.Premises] = new(ViewNeed.Onlooker),
        [View.Board] = new(ViewNeed.Onlooker),
        [View.Wheel] = new(ViewNeed.Onlooker),
        [View.Feed] = new(ViewNeed.Onlooker),
        [View.Subscribing] = new(ViewNeed.Onlooker),
        [View.Activity] = new(ViewNeed.Onlooker),
        [View.History] = new(ViewNeed.Onlooker),
        [View.Comparison] = new(ViewNeed.Onlooker),
        [View.Rules] = new(ViewNeed.Onlooker),
        [View.RulesTemplate] = new(ViewNeed.Onlooker),
        [View.Agreements] = new(ViewNeed.Onlooker),
        [View.Commitments] = new(ViewNeed.Onlooker),
        [View.Reviews] = new(ViewNeed.Onlooker),

        [View.ActivityChanges] = new(ViewNeed.Member),
        [View.RulesDraft] = new(ViewNeed.Member),
        [View.Rounds] = new(ViewNeed.Member),
        [View.Round] = new(ViewNeed.Invited),
        [View.Export] = new(ViewNeed.Invited),
        [View.GuestLinks] = Form<MakeGuestLink>(),
        [View.Guest] = new(ViewNeed.Holder),
        [View.Members] = new(ViewNeed.Member),
        [View.MemberList] = Form<InviteMember>(),
        [View.Invitation] = new(ViewNeed.Holder),
        [View.Changes] = new(ViewNeed.Oneself),
        [View.CalendarLinks] = new(ViewNeed.Oneself),
        [View.PrivateFeed] = new(ViewNeed.Holder),

        [View.NewPartner] = Form<AdmitPartner>(),
        [View.PartnerFile] = Form<BringInPartners>(),
        [View.PartnerTable] = new(ViewNeed.Member),
        [View.PremisesForm] = Form<RegisterPremises>(),
        [View.PartnerCardForm] = Form<ChangePartnerCard>(),
        [View.NewActivity] = Form<PlanActivity>(),
        [View.EditActivity] = Form<EditActivity>(),
        [View.WithdrawActivity] = Form<WithdrawActivity>(),
        [View.ActivityFile] = Form<PlanActivity>(),
        [View.YearSetup] = Form<SetCycleEmphasis>(),
        [View.ClauseForm] = Form<ProposeChange>(),
        [View.Proposal] = new(ViewNeed.Member),
        [View.RulesHeadings] = Form<AddRulesHeading>(),
        [View.RulesAdoption] = Form<AdoptRules>(),
        [View.RulesStart] = Form<DraftRules>(),
        [View.NewAgreement] = Form<DraftAgreement>(),
        [View.AgreementDraft] = Form<EditAgreement>(),
        [View.AgreementSigning] = new(ViewNeed.Invited),
        [View.AgreementNotice] = Form<GiveNotice>(),
        [View.RoundPlan] = Form<PlanRound>(),
        [View.Statement] = Form<DraftStatement>(),
        [View.RoundAnswers] = Form<AnswerRemark>(),
        [View.RoundChange] = Form<AnswerRemark>(),
        [View.ReviewRemark] = Form<AddReviewRemark>(),
    }.ToFrozenDictionary();

    /// <summary>What a view needs.</summary>
    /// <exception cref="KeyNotFoundException">The view is not in the table: nobody may see it.</exception>
    public static ViewRight Of(View view) => Table[view];

    /// <summary>Why somebody may not look at a view, or null.</summary>
    /// <param name="onlooker">As whom they come, in the partnership that the view is of.</param>
    public static Refusal? Check(View view, in Onlooker onlooker)
    {
        var (need, command) = Of(view);
        if (need == ViewNeed.Holder) return null;
        if (!onlooker.SeesPartnership) return Refusal.NotThere;
        return need switch
        {
            ViewNeed.Everybody or ViewNeed.Development or ViewNeed.Onlooker => null,
            _ when onlooker.Member is null => Refusal.SignInFirst,
            ViewNeed.Oneself => null,
            ViewNeed.Member or ViewNeed.Invited => onlooker.Circle.IsMember ? null : Refusal.MembersOnly,
            ViewNeed.Sender when command is not null => Rights.Check(command, onlooker.Standing) is { } problem ? Refusal.NotAllowed(problem) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, "This view's need has no rule."),
        };
    }

    /// <summary>The same for a live page of a partnership, whose readers are known by their circle alone.</summary>
    public static bool Lets(View view, in ReaderCircle circle) => Of(view) switch
    {
        _ when circle.IsOutside => false,
        { Need: ViewNeed.Everybody or ViewNeed.Development or ViewNeed.Onlooker } => true,
        { Need: ViewNeed.Member or ViewNeed.Invited } => circle.IsMember,
        { Need: ViewNeed.Sender, Command: { } command } => circle.Standing is { } standing && Rights.Check(command, standing) is null,
        _ => false,
    };

    /// <summary>
    /// Why somebody may not even send a command here, or null. Whether they may give it the pipeline settles by the commands' table, from the log itself.
    /// </summary>
    /// <param name="commands">Those that are sent here.</param>
    /// <param name="holds">Whether they came by a secret: who takes an invitation sees nothing of the partnership yet, and guests have no account.</param>
    public static Refusal? CheckSending(IEnumerable<Type> commands, bool holds, in Onlooker onlooker)
    {
        if (!holds && !onlooker.SeesPartnership) return Refusal.NotThere;
        bool guestsMay = holds && commands.All(command => Rights.Of(command) == Need.EditorOrSignatoryOrGuestOfFor);
        return onlooker.Member is null && !guestsMay ? Refusal.SignInFirst : null;
    }

    private static ViewRight Form<TCommand>() where TCommand : ICommand => new(ViewNeed.Sender, typeof(TCommand));
}

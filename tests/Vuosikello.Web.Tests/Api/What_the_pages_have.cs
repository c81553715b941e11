using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Web.Tests.Api;

/// <summary>What people see on pages, programs get from the API. Whoever adds a page says here where the API has it.</summary>
public sealed class What_the_pages_have(Site site) : IClassFixture<Site>
{
    /// <summary>Every page, with the operations of the API that show the same, or give the commands that its form gives.</summary>
    private static readonly Dictionary<string, string[]> Operations = new(StringComparer.Ordinal)
    {
        ["/verify"] = ["VerifyExport"],
        ["/{partnership}"] = ["GetPartnership"],
        ["/{partnership}/settings"] = ["GetPartnership", nameof(AddArea)],
        ["/{partnership}/partners"] = ["SearchPartners"],
        ["/{partnership}/partners/new"] = [nameof(AdmitPartner)],
        ["/{partnership}/premises"] = ["ListPremises"],
        ["/{partnership}/premises/new"] = [nameof(RegisterPremises)],
        ["/{partnership}/premises/{premises}"] = ["GetPremises", nameof(WithdrawPremises)],
        ["/{partnership}/premises/{premises}/edit"] = [nameof(ChangePremises)],
        ["/{partnership}/partners/import"] = [nameof(BringInPartners)],
        ["/{partnership}/partners/import/confirm"] = [nameof(BringInPartners)],
        ["/{partnership}/partners/export.csv"] = ["SearchPartners"],
        ["/{partnership}/partners/{partner}"] = ["GetPartner", nameof(ConfirmPartnerCard), nameof(DismissPartner)],
        ["/{partnership}/partners/{partner}/edit"] = [nameof(ChangePartnerCard), "NameContactPerson", "EraseContactPerson"],
        ["/{partnership}/subscribe"] = ["GetPartnership", "GetCalendar"],
        ["/{partnership}/calendar-links"] = ["ListCalendarLinks", nameof(CreateCalendarLink), nameof(RevokeCalendarLink)],
        ["/{partnership}/calendar-links/{link:guid}"] = [nameof(CreateCalendarLink)],
        ["/{partnership}/members"] =
            ["ListMembers", "ListInvitations", nameof(InviteMember), nameof(RevokeInvitation), nameof(GrantRole), nameof(EndRole), nameof(GiveUpRole)],
        ["/{partnership}/invitations/{secret}"] = [nameof(AcceptInvitation)],
        ["/administration"] = ["ListAdministrators", nameof(AppointAdministrator), nameof(DismissAdministrator), nameof(FoundPartnership)],
        ["/{partnership}/changes"] = ["GetChanges", "MarkChangesSeen"],
        ["/{partnership}/history"] = ["GetHistory", "GetHistoryEntry"],

        ["/{partnership}/{year:int}"] = ["GetBoard", "ListCommitments"],
        ["/{partnership}/{year:int}/wheel.svg"] = ["GetBoard"],
        ["/{partnership}/{year:int}/compare"] = ["CompareYear"],
        ["/{partnership}/{year:int}/import"] = ["PreviewImport"],
        ["/{partnership}/{year:int}/import/confirm"] = ["ImportFile"],
        ["/{partnership}/{year:int}/import/sample.csv"] = ["PreviewImport"],
        ["/{partnership}/{year:int}/history"] = ["GetYearHistory"],
        ["/{partnership}/{year:int}/setup"] = ["GetPartnership", nameof(DraftCycle)],
        ["/{partnership}/{year:int}/import"] = ["PreviewImport"],
        ["/{partnership}/{year:int}/import/confirm"] = ["ImportFile"],
        ["/{partnership}/{year:int}/import/sample.csv"] = ["PreviewImport"],
        ["/{partnership}/{year:int}/activities/new"] = [nameof(PlanActivity)],
        ["/{partnership}/{year:int}/activities/{activity:guid}"] = ["GetActivity", "GetActivityHistory"],
        ["/{partnership}/{year:int}/activities/{activity:guid}/edit"] = [nameof(EditActivity)],
        ["/{partnership}/{year:int}/activities/{activity:guid}/reschedule"] = [nameof(RescheduleActivity)],
        ["/{partnership}/{year:int}/activities/{activity:guid}/withdraw"] = [nameof(WithdrawActivity)],
        ["/{partnership}/{year:int}/activities/{activity:guid}/{action}"] = [nameof(ConfirmActivity)],
        ["/{partnership}/{year:int}/activities/{activity:guid}/compare"] = ["CompareActivity"],
        ["/{partnership}/activities/{activity:guid}/history"] = ["GetActivityHistory", "GetHistory"],

        ["/{partnership}/rules"] = ["ListRulesVersions"],
        ["/{partnership}/rules/start"] = ["GetRulesTemplate", nameof(DraftRules)],
        ["/{partnership}/rules/draft"] = ["GetRulesDraft"],
        ["/{partnership}/rules/versions/{version}"] = ["GetRulesVersion"],
        ["/{partnership}/rules/adopt"] = [nameof(AdoptRules)],
        ["/{partnership}/rules/headings"] = [nameof(AddRulesHeading), nameof(RenameRulesHeading), nameof(RemoveRulesHeading)],
        ["/{partnership}/rules/draft/clauses/new"] = [nameof(AddRulesClause), nameof(ProposeChange)],
        ["/{partnership}/rules/draft/clauses/{clause:guid}/{what}"] = [nameof(EditRulesClause), nameof(MoveRulesClause), nameof(RemoveRulesClause), nameof(ProposeChange)],
        ["/{partnership}/rules/proposals/{proposal:guid}"] = ["GetRulesDraft", nameof(TakeProposal), nameof(DeclineProposal), nameof(ReviseProposal), nameof(WithdrawProposal)],
        ["/{partnership}/rules/compare"] = ["CompareRules"],
        ["/{partnership}/rules/history"] = ["GetRulesHistory"],
        ["/{partnership}/rules/export.json"] = ["ExportRules"],

        ["/{partnership}/agreements"] = ["ListAgreements"],
        ["/{partnership}/agreements/new"] = [nameof(DraftAgreement)],
        ["/{partnership}/agreements/{agreement}"] = ["GetAgreement", "GetAgreementVersion"],
        ["/{partnership}/agreements/{agreement}/text"] = ["GetAgreementText"],
        ["/{partnership}/agreements/{agreement}/agreement.pdf"] = ["GetAgreement"],
        ["/{partnership}/agreements/{agreement}/edit"] = [nameof(EditAgreement), nameof(EditAgreementClause)],
        ["/{partnership}/agreements/{agreement}/sign"] = ["GetAgreementText", nameof(ApproveAgreement), nameof(SignAgreement), nameof(RefuseAgreement)],
        ["/{partnership}/agreements/{agreement}/notice"] = [nameof(GiveNotice)],
        ["/{partnership}/agreements/{agreement}/compare"] = ["CompareAgreement"],
        ["/{partnership}/agreements/{agreement}/history"] = ["GetAgreementHistory"],
        ["/{partnership}/agreements/{agreement}/export.json"] = ["ExportAgreement"],

        ["/{partnership}/rounds"] = ["ListRounds"],
        ["/{partnership}/rounds/new"] = [nameof(PlanRound)],
        ["/{partnership}/rounds/{round}"] = ["GetRound"],
        ["/{partnership}/rounds/{round}/plan"] = [nameof(ReplanRound)],
        ["/{partnership}/rounds/{round}/statement"] = ["GetStatement", nameof(DraftStatement), nameof(SendStatement)],
        ["/{partnership}/rounds/{round}/guest/{secret}"] = [nameof(DraftStatement), nameof(SendStatement), "ListGuestLinks", nameof(MakeGuestLink), nameof(RevokeGuestLink)],
        ["/{partnership}/rounds/{round}/answers"] = ["GetRoundSummary", nameof(AnswerRemark)],
        ["/{partnership}/rounds/{round}/change"] = [nameof(EditRulesClause), nameof(EditAgreementClause)],
        ["/{partnership}/rounds/{round}/summary"] = ["GetRoundSummary"],
        ["/{partnership}/rounds/{round}/summary.pdf"] = ["GetRoundSummary"],
        ["/{partnership}/rounds/{round}/history"] = ["GetRoundHistory"],

        ["/{partnership}/reviews"] = ["ListReviews", nameof(OpenReview)],
        ["/{partnership}/reviews/{review}"] = ["GetReview", "GetHistory"],
        ["/{partnership}/reviews/{review}/review.pdf"] = ["GetReview"],
        ["/{partnership}/reviews/{review}/remark"] = [nameof(AddReviewRemark)],
        ["/{partnership}/reviews/{review}/history"] = ["GetReviewHistory"],
    };

    [Fact]
    public async Task Every_page_of_a_partnership_has_its_operations()
    {
        var document = await (await ApiVisitor.SignIn(site, null)).Get("/openapi/v1.json");
        var known = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join('\n', Pages().Except(Operations.Keys).Order(StringComparer.Ordinal)));
        Assert.Equal([], Operations.SelectMany(page => page.Value).Distinct().Where(operation => !known.Contains(operation)));
        Assert.Equal([], Operations.Keys.Except(Pages()));
    }

    [Theory]
    [InlineData("GetPartnership")]
    [InlineData("GetBoard")]
    [InlineData("GetActivity")]
    [InlineData("ListCommitments")]
    [InlineData("ListRulesVersions")]
    [InlineData("GetRulesDraft")]
    [InlineData("ListAgreements")]
    [InlineData("GetAgreement")]
    [InlineData("GetRound")]
    [InlineData("GetReview")]
    public async Task What_can_be_seen_as_it_was_says_so(string operation)
    {
        var document = await (await ApiVisitor.SignIn(site, null)).Get("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(o => o.Value)
            .Single(o => o.GetProperty("operationId").GetString() == operation);

        Assert.Contains("at", described.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()));
    }

    private IEnumerable<string> Pages() =>
        from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        let address = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where address.StartsWith("/{partnership}", StringComparison.Ordinal) || address is "/verify" or "/administration"
        select address;
}

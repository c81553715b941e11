using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Api;

/// <summary>The commands to agreements. What time brings about, and what rounds do, nobody gives from outside.</summary>
public static class AgreementCommandEndpoints
{
    private const string One = "/partnerships/{partnership}/agreements/{agreement}";
    private const string Clauses = $"{One}/clauses";
    private const string Clause = $"{Clauses}/{{clause:guid}}";

    public static void MapAgreementCommands(this IEndpointRouteBuilder api)
    {
        var agreements = api.MapGroup("").WithTags("Agreements");
        MapWriting(agreements);
        MapClauses(agreements);
        MapDeciding(agreements);
    }

    private static void MapWriting(IEndpointRouteBuilder api)
    {
        api.Command<AgreementBody, DraftAgreement>("PUT", One, "Begins an agreement with a first text.", (r, body) => new(r.Agreement, body.Content),
            created: c => $"/api/partnerships/{c.Agreement.Partnership}/agreements/{c.Agreement.Slug}");
        api.Command<JsonElement, EditAgreement>("PATCH", One, "Changes the given fields of the draft. Others' changes to other fields since the version of If-Match are merged; to the same field they clash (409).",
            (r, body) => new(r.Agreement, r.Reader.Version(r.Http), AgreementPatch.Read(body, r.Reader)))
            .Accepts<AgreementEditBody>("application/json", "application/merge-patch+json").NeedsVersion();
        api.Command("POST", $"{One}/offer", "Freezes the draft, as it was at the version of If-Match, with a number and a hash, and lays it before the parties.",
            r => new OfferAgreement(r.Agreement, r.Reader.Version(r.Http))).NeedsVersion();
        api.Command("POST", $"{One}/return-to-draft", "Takes an offered or refused version back to draft; it gets a new number next time.", r => new ReturnAgreementToDraft(r.Agreement));
        api.Command<AmendmentBody, AmendAgreement>("POST", $"{One}/amend", "Begins a change of the agreement in force, which all parties approve and sign again.", (r, body) => new(r.Agreement, body.From));
        api.Command("POST", $"{One}/drop-amendment", "Gives up the change that is being written.", r => new DropAmendment(r.Agreement));
    }

    private static void MapClauses(IEndpointRouteBuilder api)
    {
        api.Command<NewClauseBody, AddAgreementClause>("POST", Clauses, "Adds a clause behind another, or first.",
            (r, body) => new(r.Agreement, body.Id ?? new(r.NewId), body.Title ?? LocalText.Empty, body.Text, body.After, body.Origin),
            created: c => $"/api/partnerships/{c.Agreement.Partnership}/agreements/{c.Agreement.Slug}");
        api.Command<ClauseEditBody, EditAgreementClause>("PATCH", Clause, "Changes a clause's title, text or both; clashes with others' changes of the same since the version of If-Match.",
            (r, body) => new(r.Agreement, r.Clause, r.Reader.Version(r.Http), Changed(body.Title), Changed(body.Text), body.Origin)).NeedsVersion();
        api.Command<ClausePlaceBody, MoveAgreementClause>("PUT", $"{Clause}/place", "Puts a clause behind another, or first.",
            (r, body) => new(r.Agreement, r.Clause, r.Reader.Version(r.Http), body.After, body.Origin)).NeedsVersion();
        api.Command<ClauseRemovalBody, RemoveAgreementClause>("POST", $"{Clause}/remove", "Takes a clause out; clashes when somebody changed it since the version of If-Match.",
            (r, body) => new(r.Agreement, r.Clause, r.Reader.Version(r.Http), body.Origin)).NeedsVersion();
    }

    private static void MapDeciding(IEndpointRouteBuilder api)
    {
        api.Command<ApprovalBody, ApproveAgreement>("POST", $"{One}/approve", "Tells that a party's body approved the version with this hash.",
            (r, body) => new(r.Agreement, body.Party, body.Hash, body.Body, body.MetOn, body.Section));
        api.Command<RefusalBody, RefuseAgreement>("POST", $"{One}/refuse", "Refuses the version with this hash for a party.", (r, body) => new(r.Agreement, body.Party, body.Hash, body.Reason));
        api.Command<SignatureBody, SignAgreement>("POST", $"{One}/sign", "Signs the version with this hash for a party; its signatory does.", (r, body) => new(r.Agreement, body.Party, body.Hash));
        api.Command<PartyBody, WithdrawAgreementSignature>("POST", $"{One}/withdraw-signature", "Takes a party's signature back, until the last one is given.", (r, body) => new(r.Agreement, body.Party));
        api.Command<NoticeBody, GiveNotice>("POST", $"{One}/give-notice", "Ends the agreement for a party, after the notice period.", (r, body) => new(r.Agreement, body.Party, body.Reason));
    }

    private static Edit<LocalText>? Changed(LocalText? text) => text is null ? null : new Edit<LocalText>(text);
}

using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Agreements;

/// <summary>The editor of an agreement's draft. Edited are its clauses, by their ids, and its facts, by their names (<see cref="AgreementFields"/>).</summary>
internal sealed class LiveAgreementDraft(AgreementId agreement, LiveAgreements pages)
    : LiveDocument(LiveAgreements.DraftOf(agreement), agreement.Partnership, Streams.Of(agreement), pages.Words)
{
    // Who reads the draft sees which clause is being written.
    public override IReadOnlyList<string> Places { get; } = [LiveAgreements.DraftOf(agreement), LiveAgreements.KeyOf(agreement)];

    public override View View => View.AgreementDraft;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => pages.At(agreement, reader) is { } context && context.May<EditAgreement>() ? reader : null;

    public override bool ShowsEditorsTo(ReaderCircle reader) => pages.At(agreement, reader) is { SeesDraft: true };

    public override async ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct)
    {
        if (pages.At(agreement, circle) is not { } context) return null;
        var nothing = AgreementAttempt.None;
        var clauses = context.Agreement.Draft.Clauses;
        return await pages.Renderer.Render(async fragments =>
        {
            await fragments.Fill<DraftNotice>("agreement-notice", new { Context = context });
            foreach (var (index, clause) in clauses.Index())
            {
                await fragments.Add<ClauseEditor>($"clause-{clause.Id}", "clause-list",
                    new { Clause = clause, Number = index + 1, IsLast = index == clauses.Count - 1, Context = context, Attempt = nothing });
            }
            await fragments.Renew<NewClauseEditor>("clause-new", new { Context = context });
            await fragments.Renew<CommitmentsEditor>("agreement-commitments", new { Context = context, Attempt = nothing });
            await fragments.Renew<AttachmentsEditor>("agreement-attachments", new { Context = context, Attempt = nothing });
            await fragments.Renew<FactsEditor>("agreement-facts",
                new { Context = context, Attempt = nothing, Frameworks = NewAgreementEndpoints.Frameworks(pages.Seen, circle.Sight, agreement.Partnership, agreement) });
            await fragments.Fill<AgreementActions>("agreement-actions", new { Context = context, Attempt = nothing, InEditor = true });
        }, AgreementAddresses.Edit(agreement));
    }

    public override IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) =>
        pages.At(agreement, circle) is { } context ? [Words.Changed(context.Agreement.Draft.Title, context.View.LastChange)] : [];

    public override bool MayEdit(string item, Standing standing) =>
        pages.Agreements.Find(agreement) is { } view && Rights.Check(typeof(EditAgreement), standing, view.State) is null && LastTouch(item) is not null;

    protected override ItemTouch? LastTouch(string item)
    {
        if (pages.Agreements.Find(agreement) is not { } view) return null;
        if (!Guid.TryParseExact(item, "D", out var id)) return Facts.Contains(item) ? Of(view.State.LastTouch(item)) : null;

        var clause = new ClauseId(id);
        return Of(view.State.LastTouch(clause)) with { Gone = view.State.Draft.Clauses.All(c => c.Id != clause) };
    }

    private static readonly string[] Facts =
    [
        AgreementFields.Title, AgreementFields.Kind, AgreementFields.Parties, AgreementFields.Term, AgreementFields.Notice, AgreementFields.AmendedFrom, AgreementFields.Rules,
    ];

    private static ItemTouch Of(Touch touch) => new(touch.Version, touch.Stamp);
}

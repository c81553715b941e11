using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>Changes some fields of the draft; fields that are null stay as they are. Clauses have commands of their own.</summary>
/// <param name="BasedOn">The version that the editor saw. Others' later changes to other fields are merged; to the same field they clash.</param>
public sealed record EditAgreement(AgreementId Agreement, long BasedOn, AgreementChanges Changes) : IAgreementCommand;

/// <summary>The fields of one edit; null means untouched.</summary>
public sealed record AgreementChanges
{
    public Edit<LocalText>? Title { get; init; }
    public Edit<AgreementKind>? Kind { get; init; }
    public Edit<AgreementId?>? Under { get; init; }
    public Edit<ValueList<PartnerId>>? Parties { get; init; }
    public Edit<AgreementTerm>? Term { get; init; }
    public Edit<NoticePeriod?>? Notice { get; init; }
    public Edit<LocalDate?>? AmendedFrom { get; init; }
    public Edit<ValueList<RulesReference>>? Rules { get; init; }
    public Edit<ValueList<Commitment>>? Commitments { get; init; }
    public Edit<ValueList<Attachment>>? Attachments { get; init; }

    /// <summary>The content as it is wanted.</summary>
    public AgreementContent ApplyTo(AgreementContent content) => content with
    {
        Title = Title is { } title ? title.To : content.Title,
        Kind = Kind is { } kind ? kind.To : content.Kind,
        Under = Under is { } under ? under.To : content.Under,
        Parties = Parties is { } parties ? parties.To : content.Parties,
        Term = Term is { } term ? term.To : content.Term,
        Notice = Notice is { } notice ? notice.To : content.Notice,
        AmendedFrom = AmendedFrom is { } from ? from.To : content.AmendedFrom,
        Rules = Rules is { } rules ? rules.To : content.Rules,
        Commitments = Commitments is { } commitments ? commitments.To : content.Commitments,
        Attachments = Attachments is { } attachments ? attachments.To : content.Attachments,
    };
}

public static partial class AgreementDecider
{
    private static Decision Edit(Agreement state, EditAgreement command, AgreementSurroundings around)
    {
        var wanted = command.Changes.ApplyTo(state.Draft);
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. NotWritable(state),
            .. ContentRules.Broken(state.Id, wanted, state.Draft, around, state.Current?.Content.Parties),
        ];
        return Decision.Unless(problems, () => Merge(state, command.BasedOn, Edits(wanted, state.Draft)));
    }

    private static Decision Merge(Agreement state, long basedOn, IEnumerable<FieldEdit> edits)
    {
        var wanted = edits.ToArray();
        var clashes = wanted.Select(edit => ClashOf(state, basedOn, edit)).OfType<Clash>().ToValueList();
        return clashes.Count > 0 ? new Decision.Clashed(clashes) : new Decision.Accepted(wanted.Select(e => e.Event).ToValueList());
    }

    private static Clash? ClashOf(Agreement state, long basedOn, FieldEdit edit)
    {
        foreach (var touch in state.Touched)
            if (touch.Field == edit.Field && touch.Version > basedOn) return new(edit.Field, edit.Yours, edit.Theirs, touch.Version, touch.Stamp);
        // another text in the draft's place touched every field of it
        return state.DraftSince is var (version, stamp) && version > basedOn ? new(edit.Field, edit.Yours, edit.Theirs, version, stamp) : null;
    }

    private static bool HasChangedSince(Agreement state, long basedOn) =>
        state.DraftSince.Version > basedOn || state.Touched.Any(touch => touch.Version > basedOn);

    private static IEnumerable<Problem> FromTheFuture(Agreement state, long basedOn) =>
        basedOn >= 0 && basedOn <= state.Version
            ? []
            : [new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", [Texts.Iso(basedOn), Texts.Iso(state.Version)])];

    /// <summary>Nothing frozen or signed is ever edited, and nothing that is being commented on.</summary>
    private static IEnumerable<Problem> NotWritable(Agreement state) => state.Stage switch
    {
        AgreementStage.Draft => [],
        AgreementStage.InCommentRound => [new Problem(ProblemCodes.AgreementInRound, "agreement", [state.Round!.Value.Slug])],
        AgreementStage.Settled => [new Problem(ProblemCodes.AgreementNeedsAmendment, "agreement")],
        _ => [new Problem(ProblemCodes.AgreementIsFrozen, "agreement")],
    };

    /// <summary>The fields in which two contents differ, each with the event that leads from one to the other.</summary>
    private static IEnumerable<FieldEdit> Edits(AgreementContent yours, AgreementContent theirs)
    {
        FieldEdit[] fields =
        [
            new(AgreementFields.Title, yours.Title, theirs.Title, new AgreementRetitled(yours.Title)),
            new(AgreementFields.Kind, yours.Kind, theirs.Kind, new AgreementKindChosen(yours.Kind)),
            new(AgreementFields.Under, yours.Under, theirs.Under, new AgreementPlacedUnder(yours.Under)),
            new(AgreementFields.Parties, yours.Parties, theirs.Parties, new AgreementPartiesChosen(yours.Parties)),
            new(AgreementFields.Term, yours.Term, theirs.Term, new AgreementTermSet(yours.Term)),
            new(AgreementFields.Notice, yours.Notice, theirs.Notice, new AgreementNoticePeriodSet(yours.Notice)),
            new(AgreementFields.AmendedFrom, yours.AmendedFrom, theirs.AmendedFrom, new AmendmentDated(yours.AmendedFrom)),
            new(AgreementFields.Rules, yours.Rules, theirs.Rules, new AgreementRulesChosen(yours.Rules)),
            new(AgreementFields.Commitments, yours.Commitments, theirs.Commitments, new AgreementCommitmentsSet(yours.Commitments)),
            new(AgreementFields.Attachments, yours.Attachments, theirs.Attachments, new AgreementAttachmentsSet(yours.Attachments)),
        ];
        return fields.Where(f => !Equals(f.Yours, f.Theirs));
    }

    private readonly record struct FieldEdit(string Field, object? Yours, object? Theirs, IEvent Event);
}

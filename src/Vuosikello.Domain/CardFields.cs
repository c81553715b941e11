using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain;

/// <summary>On what the edit of a whole card is based: what others changed since in other fields is merged, in the same field it clashes.</summary>
/// <param name="Version">The version of the aggregate that the editor saw.</param>
/// <param name="Fields">What the editor changed; null for all that differ from what stands, for who sends a card whole.</param>
public sealed record CardBasis(long Version, ValueList<string>? Fields = null)
{
    /// <summary>Whether a field of the card is meant, and not merely sent along.</summary>
    public static bool Means(CardBasis? basis, string field) => basis?.Fields?.Contains(field) != false;

    internal static IEnumerable<Problem> FromTheFuture(CardBasis? basis, long version) =>
        basis is null || (basis.Version >= 0 && basis.Version <= version)
            ? []
            : [new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", [Texts.Iso(basis.Version), Texts.Iso(version)])];
}

/// <summary>A field of a card.</summary>
/// <param name="Name">In camelCase, as the API names it.</param>
/// <param name="Of">Its value.</param>
/// <param name="Take">The first card with this field of the second.</param>
internal sealed record CardField<TCard>(string Name, Func<TCard, object?> Of, Func<TCard, TCard, TCard> Take);

/// <summary>The fields of a card that commands carry whole, and that several people change one by one.</summary>
public sealed class CardFields<TCard> where TCard : class
{
    private readonly CardField<TCard>[] _all;

    internal CardFields(params CardField<TCard>[] all) => _all = all;

    /// <summary>The names of the fields in which two cards differ.</summary>
    public ValueList<string> Differing(TCard one, TCard other) => Between(one, other).Select(field => field.Name).ToValueList();

    /// <summary>The card that stands, with what an edit means to change.</summary>
    internal TCard Merged(TCard now, TCard wanted, CardBasis? basis) =>
        basis?.Fields is null ? wanted : _all.Where(field => CardBasis.Means(basis, field.Name)).Aggregate(now, (card, field) => field.Take(card, wanted));

    /// <summary>What others changed since the edit's basis and the edit would change again.</summary>
    /// <param name="touched">The last change of a field; null while it is as it was at first.</param>
    internal ValueList<Clash> Clashes(TCard yours, TCard now, CardBasis? basis, Func<string, Touch?> touched) => basis is null ? [] :
    (
        from field in Between(yours, now)
        let touch = touched(field.Name)
        where touch is not null && touch.Value.Version > basis.Version
        select new Clash(field.Name, field.Of(yours), field.Of(now), touch.Value.Version, touch.Value.Stamp)
    ).ToValueList();

    /// <summary>The last changes after one more.</summary>
    internal Touches After(Touches before, TCard was, TCard now, Fact fact) =>
        Between(was, now).Aggregate(before, (touches, field) => touches.SetItem(field.Name, new Touch(fact.Version, fact.Stamp)));

    private IEnumerable<CardField<TCard>> Between(TCard one, TCard other) => _all.Where(field => !Equals(field.Of(one), field.Of(other)));
}

using Vuosikello.Domain.Agreements;

namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>What the partners of a partnership lend, as its events made it.</summary>
/// <param name="Premises">Those that are lent, in the order in which they were registered.</param>
/// <param name="Former">What those were that are lent no longer.</param>
public sealed record PremisesRegister(ValueList<Premises> Premises, ValueList<Premises> Former, long Version) : IState<PremisesRegister>
{
    public static PremisesRegister Empty { get; } = new([], [], -1);

    /// <summary>The last change of each field of each of them since it was registered, under <c>premises.field</c>.</summary>
    public ValueList<FieldTouch> Touched { get; init; } = [];

    /// <summary>One that is lent; null for one that is not.</summary>
    public Premises? Find(PremisesId id) => Premises.FirstOrDefault(premises => premises.Id == id);

    /// <summary>Also what is lent no longer; null for what never was.</summary>
    public Premises? Ever(PremisesId id) => Find(id) ?? Former.FirstOrDefault(premises => premises.Id == id);

    /// <summary>The last change of a field; null while it is as it was registered.</summary>
    public Touch? LastTouch(PremisesId id, string field) =>
        Touched.FirstOrDefault(touch => touch.Field == KeyOf(id, field)) is { } touch ? new Touch(touch.Version, touch.Stamp) : null;

    /// <inheritdoc />
    public static PremisesRegister? Evolve(PremisesRegister? state, Fact fact) => (state ?? Empty).After(fact) with { Version = fact.Version };

    private PremisesRegister After(Fact fact) => fact.Event switch
    {
        PremisesRegistered e => this with { Premises = [.. Premises, e.Premises], Former = Without(Former, e.Premises.Id) },
        PremisesChanged e when Find(e.Premises.Id) is { } before => this with
        {
            Premises = [.. Premises.Select(premises => premises.Id == e.Premises.Id ? e.Premises : premises)],
            Touched = Touching([.. PremisesFields.All.Differing(before, e.Premises).Select(field => KeyOf(e.Premises.Id, field))], fact),
        },
        PremisesWithdrawn e when Find(e.Premises) is { } gone => this with { Premises = Without(Premises, gone.Id), Former = [.. Without(Former, gone.Id), gone] },
        _ => this,
    };

    private ValueList<FieldTouch> Touching(string[] keys, Fact fact) =>
        [.. Touched.Where(touch => !keys.Contains(touch.Field)), .. keys.Select(key => new FieldTouch(key, fact.Version, fact.Stamp))];

    private static string KeyOf(PremisesId id, string field) => $"{id}.{field}";

    private static ValueList<Premises> Without(ValueList<Premises> all, PremisesId id) => all.Where(premises => premises.Id != id).ToValueList();
}

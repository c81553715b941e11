namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>What the partners of a partnership lend, as its events made it.</summary>
/// <param name="Premises">Those that are lent, in the order in which they were registered.</param>
/// <param name="Former">What those were that are lent no longer.</param>
public sealed record PremisesRegister(ValueList<Premises> Premises, ValueList<Premises> Former, long Version) : IState<PremisesRegister>
{
    public static PremisesRegister Empty { get; } = new([], [], -1);

    /// <summary>One that is lent; null for one that is not.</summary>
    public Premises? Find(PremisesId id) => Premises.FirstOrDefault(premises => premises.Id == id);

    /// <summary>Also what is lent no longer; null for what never was.</summary>
    public Premises? Ever(PremisesId id) => Find(id) ?? Former.FirstOrDefault(premises => premises.Id == id);

    /// <inheritdoc />
    public static PremisesRegister? Evolve(PremisesRegister? state, Fact fact) => (state ?? Empty).After(fact.Event) with { Version = fact.Version };

    private PremisesRegister After(IEvent happened) => happened switch
    {
        PremisesRegistered e => new([.. Premises, e.Premises], Without(Former, e.Premises.Id), Version),
        PremisesChanged e => this with { Premises = [.. Premises.Select(premises => premises.Id == e.Premises.Id ? e.Premises : premises)] },
        PremisesWithdrawn e when Find(e.Premises) is { } gone => new(Without(Premises, gone.Id), [.. Without(Former, gone.Id), gone], Version),
        _ => this,
    };

    private static ValueList<Premises> Without(ValueList<Premises> all, PremisesId id) => all.Where(premises => premises.Id != id).ToValueList();
}

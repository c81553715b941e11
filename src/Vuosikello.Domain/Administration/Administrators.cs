using NodaTime;

namespace Vuosikello.Domain.Administration;

/// <summary>The administrators of the server, as their events made them.</summary>
/// <param name="All">In the order in which they were appointed.</param>
public sealed record Administrators(ValueList<Administrator> All, long Version) : IState<Administrators>
{
    public bool Include(MemberId member) => All.Any(administrator => administrator.Member == member);

    /// <inheritdoc />
    public static Administrators? Evolve(Administrators? state, Fact fact)
    {
        var all = state?.All ?? [];
        return fact.Event switch
        {
            AdministratorAppointed e => new([.. all, new Administrator(e.Member, fact.Stamp.By, fact.Stamp.At)], fact.Version),
            AdministratorDismissed e => new(all.Where(administrator => administrator.Member != e.Member).ToValueList(), fact.Version),
            _ => new(all, fact.Version),
        };
    }
}

/// <summary>One of them.</summary>
/// <param name="By">Who appointed them.</param>
/// <param name="At">When, UTC.</param>
public sealed record Administrator(MemberId Member, MemberId By, Instant At);

/// <summary>Somebody became an administrator of the server.</summary>
public sealed record AdministratorAppointed(MemberId Member) : IEvent;

/// <summary>Somebody is an administrator of the server no longer.</summary>
public sealed record AdministratorDismissed(MemberId Member) : IEvent;

using NodaTime;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Looks;

public abstract class Remembering_how_far_one_has_looked(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly MemberId Member = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f01"));
    private static readonly PartnershipId Here = new("kuuma-seutu"), There = new("paijat-hame");
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 22, 8, 0), Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public async Task Who_never_looked_has_no_look()
    {
        var looks = (await MigratedHouse()).Get<LastLooks>();
        Assert.Null(await looks.Of(Member, Here, Ct));
    }

    [Fact]
    public async Task A_look_moves_forward_only_and_in_its_own_partnership()
    {
        var looks = (await MigratedHouse()).Get<LastLooks>();

        await looks.Move(Member, Here, 70, Noon, Ct);
        await looks.Move(Member, Here, 40, Morning, Ct);
        await looks.Move(Member, There, 5, Morning, Ct);

        Assert.Equal(new Look(70, Noon), await looks.Of(Member, Here, Ct));
        Assert.Equal(new Look(5, Morning), await looks.Of(Member, There, Ct));
    }
}

public sealed class Remembering_looks_in_a_file() : Remembering_how_far_one_has_looked(new InAFile());

public sealed class Remembering_looks_on_PostgreSQL(PostgresServer server) : Remembering_how_far_one_has_looked(new OnPostgres(server));

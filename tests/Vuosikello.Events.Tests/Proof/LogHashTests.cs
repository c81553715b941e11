using System.Security.Cryptography;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Tests.Proof;

public sealed class LogHashTests
{
    private static readonly EventHash First = EventHash.From(SHA256.HashData("first"u8)), Second = EventHash.From(SHA256.HashData("second"u8));

    [Fact]
    public void A_logs_hash_is_that_of_the_hash_before_and_the_events_own_so_that_any_program_can_compute_it()
    {
        byte[] genesis = SHA256.HashData("vuosikello log v1\n"u8);
        byte[] one = SHA256.HashData([.. genesis, .. SHA256.HashData("first"u8)]);
        byte[] two = SHA256.HashData([.. one, .. SHA256.HashData("second"u8)]);

        Assert.Equal(EventHash.From(two), LogHash.After(LogHash.After(LogHash.Genesis, First), Second));
    }

    [Fact]
    public void The_same_events_in_another_order_are_another_log() =>
        Assert.NotEqual(LogHash.After(LogHash.After(LogHash.Genesis, First), Second), LogHash.After(LogHash.After(LogHash.Genesis, Second), First));
}

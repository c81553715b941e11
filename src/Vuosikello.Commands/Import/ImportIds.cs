using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>Ids that follow from what a file says, so that the same file again changes nothing.</summary>
internal static class ImportIds
{
    private static readonly Guid Activities = new("7f3d9c52-1d0a-4b6e-8a55-6f0b7d3e4a01");
    private static readonly Guid Appointments = new("7f3d9c52-1d0a-4b6e-8a55-6f0b7d3e4a04");
    private static readonly Guid Commands = new("7f3d9c52-1d0a-4b6e-8a55-6f0b7d3e4a02");

    public static ActivityId Activity(CycleId cycle, string key) =>
        new(DeterministicGuid.Create(Activities, $"{cycle.Partnership}/{cycle.Year:0000}/{key}"));

    /// <param name="what">Unique within the partnership's file, such as <c>2009/tyopaja-1/confirm</c>.</param>
    public static CommandId Command(PartnershipId partnership, string what) =>
        new(DeterministicGuid.Create(Commands, $"{partnership}/{what}"));

    /// <summary>The id of the command that makes somebody an administrator of the server.</summary>
    public static CommandId Appointment(MemberId member) => new(DeterministicGuid.Create(Appointments, member.ToString()));
}

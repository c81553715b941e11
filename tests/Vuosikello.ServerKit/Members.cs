namespace Vuosikello.ServerKit;

/// <summary>Demo members, as <c>src/Vuosikello.Web/Demo/members.json</c> has them.</summary>
public static class Members
{
    public const string KuumaCoordinator = "0c5a3f10-7a51-4d0b-8a61-000000000001";
    public const string TuusulaEditor = "0c5a3f10-7a51-4d0b-8a61-000000000002";
    public const string AssociationsEditor = "0c5a3f10-7a51-4d0b-8a61-000000000003";
    public const string KarelianCoordinator = "0c5a3f10-7a51-4d0b-8a61-000000000007";
    public const string KeravaSignatory = "0c5a3f10-7a51-4d0b-8a61-000000000011";
    public const string TuusulaSignatory = "0c5a3f10-7a51-4d0b-8a61-000000000015";
    public const string OmenapuuEditor = "0c5a3f10-7a51-4d0b-8a61-000000000020";
}

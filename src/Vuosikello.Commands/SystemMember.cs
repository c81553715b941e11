using Vuosikello.Domain;

namespace Vuosikello.Commands;

/// <summary>Who imports and processes act as: an administrator that no account has and nobody can sign in as.</summary>
public static class SystemMember
{
    public static readonly MemberId Id = new(new Guid("5b2fd7c0-6a51-4c0e-9f52-0d8c1e6a7b10"));
}

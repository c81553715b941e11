namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>A partner lends one more place.</summary>
public sealed record PremisesRegistered(Premises Premises) : IEvent;

/// <summary>What is said of it is something else.</summary>
public sealed record PremisesChanged(Premises Premises) : IEvent;

/// <summary>It is no longer lent. Activities that name it keep it.</summary>
public sealed record PremisesWithdrawn(PremisesId Premises) : IEvent;

"""LeaderPlan: an offline planner with which a head of IT becomes a digital leader and can prove it."""

__version__ = "0.1.0"

"""From threads to candidacies: who is who, which stage, which channel; all pure."""

"""What one story alone cannot show: stories compared by an index of small extracts, never pair by pair."""

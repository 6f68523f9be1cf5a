//! What a run was given: the quantities against which its state is shown.

/// Which of the workbook's two packages the program imports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum World {
    /// Neither.
    #[default]
    None,
    /// `brigade/kitchen`.
    Kitchen,
    /// `brigade/library`.
    Library,
}

/// A shelf of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// How long a fetch from it takes, in ns.
    pub latency_ns: u64,
}

/// What a run was given. Limits that are 0 aren't there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The world that the program works in.
    pub world: World,
    /// Orders, or sources; 0 where the program imports neither package.
    pub tasks: u64,
    /// Whether the orders come over time, each with an `Arrive`, rather than all at once.
    pub arrivals: bool,
    /// The bound that `Workers()` gives.
    pub workers: u32,
    /// Processors.
    pub cores: u32,
    /// The memory limit, in bytes.
    pub memory_limit: u64,
    /// What the process takes before it does anything, in bytes.
    pub process_bytes: u64,
    /// What each live goroutine takes, in bytes.
    pub goroutine_bytes: u64,
    /// What an order in the making takes, in bytes.
    pub task_bytes: u64,
    /// Database connections in all.
    pub stoves: u32,
    /// Those among them that are kept for superusers.
    pub stoves_reserved: u32,
    /// Those among them that the rest of the application has taken.
    pub stoves_others: u32,
    /// Open files at most.
    pub files: u64,
    /// Calls in flight at most.
    pub api_in_flight: u64,
    /// Calls per second at most.
    pub api_per_s: f64,
    /// Calls that the token bucket holds.
    pub api_burst: u64,
    /// Fetches at once, at most.
    pub connections: u64,
    /// When the library's deadline passes, in ns.
    pub deadline_ns: u64,
    /// The library's shelves, as many as are told apart.
    pub sources: Vec<Source>,
    /// Those beyond, if there are any.
    pub beyond: Option<Beyond>,
}

/// The shelves that aren't told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// All their latencies added up, in ns.
    pub total_ns: u64,
    /// The farthest of them.
    pub farthest: Source,
}

impl Meta {
    /// How long it takes to fetch from all sources one after another, in ns.
    pub fn alone_ns(&self) -> u64 {
        let beyond = self.beyond.as_ref().map_or(0, |beyond| beyond.total_ns);
        let latencies = self.sources.iter().map(|source| source.latency_ns);
        latencies.fold(beyond, u64::saturating_add)
    }

    /// The source that takes longest; none without sources.
    pub fn farthest(&self) -> Option<&Source> {
        let beyond = self.beyond.iter().map(|beyond| &beyond.farthest);
        let all = self.sources.iter().chain(beyond);
        all.max_by_key(|source| source.latency_ns)
    }
}

# The plan for staying safe.

plan-title = Your plan for staying safe
    .lead = Tick what is done. Add steps of your own. Each tick is kept, sealed.
    .closed = Your ticks and your own steps are sealed in your journal. The page about it needs no journal.
plan-reading = Reading your plan
plan-page = Read about making a plan
plan-advocate = A plan is best made with somebody who knows about stalking. A helpline can find you an advocate.
# Above steps that she ticked and that the guidance no longer has.
plan-before = From before
plan-own = Steps of your own
# $step: her own words.
plan-take-out = Take out: { $step }
plan-step = A step of your own
    .hint = For instance: who has a spare key, where you would go.
plan-add = Add this step
plan-nothing = Write the step first.
plan-too-much = That is too much for one step, or for one list. Make it shorter, or take one out.

class RecordsController
  # ruleid: audit-trail-names-nobody
  def user_for_paper_trail
    "web"
  end
end

# ruleid: audit-trail-names-nobody
PaperTrail.request.whodunnit = "admin"
# ok: audit-trail-names-nobody
PaperTrail.request.whodunnit = current_user.id
# ok: audit-trail-names-nobody
# PaperTrail.request.whodunnit = "admin"
